package peerlab.house

import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition
import spock.lang.Shared
import spock.lang.Specification

/**
 * ARCHITECTURE.md, "Module order", held against the compiled classes. Each feature says how many of them it
 * saw.
 */
class ArchitectureSpec extends Specification {

    /**
     * Methods of Math whose last bit the platform may choose. The square root and the roundings are exact
     * everywhere.
     */
    static final Set<String> INEXACT = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'exp', 'expm1',
            'log', 'log10',
            'log1p', 'pow', 'cbrt', 'sinh', 'cosh', 'tanh', 'hypot'] as Set

    static final List<String> PROTOCOLS = ['peerlab.kademlia..', 'peerlab.flood..', 'peerlab.cache..']

    /** What tells of a run that is over. */
    static final List<String> FINISHED_RUN = engine('', 'base', 'spec', 'check', 'observe')

    /** Caches can be used with no network around them, which the command line does. */
    static final List<String> EVERYTHING = ['peerlab.engine..', 'peerlab.dsl..', 'peerlab.reports..',
            'peerlab.cache..']

    @Shared
    OurClasses ours = new OurClasses()

    def "in the engine, #name stands on nothing but #others"() {
        given: 'the classes of a package and of those below it'
        def classes = ours.in("peerlab.engine.$name..")

        expect: 'there are some, and none reaches further than it may'
        classes.size() > more
        classes.straying(["peerlab.engine.$name..".toString()] +
                others.collect { "peerlab.engine.$it".toString() }) == []

        where: 'the lower ones come first'
        name       | more | others
        'base'     | 9    | []
        'spec'     | 40   | ['base']
        'script'   | 5    | ['base', 'spec', 'profile']
        'protocol' | 25   | ['base']
        'observe'  | 40   | ['base', 'spec', 'protocol']
        'kernel'   | 5    | ['base', 'observe']
        'trace'    | 7    | ['base', 'spec', 'protocol', 'observe']
        'check'    | 30   | ['base', 'spec', 'protocol', 'observe']
        'network'  | 7    | ['base', 'protocol', 'observe', 'kernel', 'trace']
        'peer'     | 6    | ['base', 'spec', 'protocol', 'observe', 'kernel', 'trace']
        'workload' | 3    | ['base', 'spec', 'protocol', 'observe', 'kernel', 'trace', 'peer']
        'profile'  | 3    | ['base', 'spec']
        'fault'    | 0    | ['base', 'spec', 'protocol', 'observe', 'kernel', 'trace', 'network', 'peer']
    }

    def "network, peers and workload know of the trace the fingerprint alone"() {
        given: 'the three that feed it'
        def classes = ours.in('peerlab.engine.network..', 'peerlab.engine.peer..',
                'peerlab.engine.workload..')

        expect: 'the run is written down by observers'
        classes.size() > 20
        classes.reaching { it.packageName == 'peerlab.engine.trace' && it.simpleName != 'Fingerprint' } == []
    }

    def "every package of the engine has its place in that order"() {
        expect: 'those above, and the entrance'
        ours.in('peerlab.engine..').packages().collect { (it - 'peerlab.engine').tokenize('.')[0] ?: '' }
                .toSet() ==
                ['', 'base', 'spec', 'script', 'protocol', 'observe', 'kernel', 'trace', 'check', 'network',
                'peer', 'workload', 'fault', 'profile'] as Set
    }

    def "#module knows of us only #others"() {
        given: 'the classes of a module'
        def classes = ours.in(*own)

        expect: 'there are some, and none reaches further than it may'
        classes.size() > more
        classes.straying(own + others) == []

        where: 'engine <- dsl <- scenarios; engine <- reports <- scenarios; assignments on top'
        module             | own                   | more | others
        'the engine'       | ['peerlab.engine..']  | 200  | []
        'the language'     | ['peerlab.dsl..']     | 90   | engine('', 'base', 'spec', 'protocol', 'observe', 'profile')
        'the reports'      | ['peerlab.reports..'] | 20   | FINISHED_RUN + engine('protocol', 'trace')
        'a protocol'       | PROTOCOLS             | 30   | engine('base', 'protocol')
        'the command line' | ['peerlab.cli..']     | 40   | EVERYTHING
        'the grading kit'  | ['peerlab.grading..'] | 15   | FINISHED_RUN + engine('protocol') + 'peerlab.dsl'
    }

    private static List<String> engine(String... packages) {
        packages.collect { it.empty ? 'peerlab.engine' : "peerlab.engine.$it".toString() }
    }

    def "no protocol knows another"() {
        expect: 'each stands alone'
        PROTOCOLS.each { protocol ->
            def classes = ours.in(protocol)
            assert classes.size() > 4
            assert classes.straying([protocol, 'peerlab.engine..']) == []
        }
    }

    def "there are no cycles between the packages of #root"() {
        when: 'each package is a slice'
        def seen = ours.in("$root..")
        def found = SlicesRuleDefinition.slices().matching("$root.(**)").should().beFreeOfCycles()
                .evaluate(ours.all())

        then: 'ArchUnit had something to look at, and found none'
        found.failureReport.details == []
        seen.packages().size() > more

        where:
        root              | more
        'peerlab.engine'  | 11
        'peerlab.dsl'     | 7
        'peerlab.reports' | 2
        'peerlab'         | 25
    }

    def "YAML is read without Groovy"() {
        given: 'the classes that read YAML, and those that both front ends share'
        def classes = ours.in('peerlab.dsl.yaml..', 'peerlab.dsl.grammar..', 'peerlab.dsl.value..',
                'peerlab.dsl.expand..',
                'peerlab.dsl.compile..', 'peerlab.dsl.diagnostic..')

        expect: 'no class of Groovy is named in any of them, so none is loaded'
        classes.size() > 60
        classes.reaching { type ->
            ['groovy.', 'org.codehaus.groovy.', 'org.apache.groovy.', 'peerlab.dsl.groovy.']
                    .any { type.name.startsWith(it) }
        } == []
    }

    def "the engine knows no files, no threads, no YAML and no Groovy"() {
        given: 'the engine'
        def classes = ours.in('peerlab.engine..')

        expect: 'none of them; writing goes to a stream, atomic numbers are values, one class sees who calls'
        classes.size() > 200
        classes.reaching { type ->
            !type.name.startsWith('java.util.concurrent.atomic.') && ['java.nio.file.', 'java.io.File',
                    'java.util.concurrent.', 'java.lang.Thread', 'java.lang.ProcessBuilder', 'java.net.',
                            'org.yaml.',
                    'groovy.', 'org.codehaus.groovy.', 'org.apache.groovy.', 'org.slf4j.']
                            .any { type.name.startsWith(it) }
        } == ['peerlab.engine.peer.OwnThread -> java.lang.Thread']
    }

    def "only the command line ends the process or writes to its streams, and one class grades"() {
        given: 'everything else'
        def classes = ours.outside('peerlab.cli..')

        expect: 'no exit, no standard stream but where a program begins'
        classes.size() > 400
        classes.using { owner, name ->
            owner == 'java.lang.System' && name in ['exit', 'out', 'err', 'in']
                    || owner == 'java.lang.Runtime' && name == 'exit'
        } ==
                ['peerlab.grading.Grading uses java.lang.System.exit',
                        'peerlab.grading.Grading uses java.lang.System.out']
    }

    def "neither the engine nor a protocol uses chance of its own, and one class alone a clock"() {
        given: 'all that takes part in a run'
        def classes = ours.in('peerlab.engine..', *PROTOCOLS)

        expect: 'randomness comes from named streams, time from the run; WallClock measures what a run took'
        classes.size() > 250
        classes.using { owner, name ->
            owner in ['java.util.Random', 'java.util.SplittableRandom',
                    'java.util.concurrent.ThreadLocalRandom',
                    'java.security.SecureRandom', 'java.util.UUID', 'java.time.Clock', 'java.util.Date',
                            'java.util.Calendar']
                    || owner.startsWith('java.util.random.')
                    || owner == 'java.lang.Math' && name == 'random'
                    || owner == 'java.util.Collections' && name == 'shuffle'
                    || owner == 'java.lang.System'
                    && name in ['nanoTime', 'currentTimeMillis', 'identityHashCode']
                    || owner.startsWith('java.time.') && name == 'now'
        } == ['peerlab.engine.WallClock uses java.lang.System.nanoTime']
    }

    def "what takes part in a run computes with StrictMath where Math may differ"() {
        given: 'all that takes part in a run'
        def classes = ours.in('peerlab.engine..', *PROTOCOLS)

        expect: 'the last bit is the same on every machine'
        classes.size() > 250
        classes.using { owner, name -> owner == 'java.lang.Math' && name in INEXACT } == []
        classes.using { owner, name -> owner == 'java.lang.StrictMath' } != []
    }

    def "no class of ours is kept in a static field that can change"() {
        given: 'all of them'
        def classes = ours.in('peerlab..')

        expect: 'statics are constants'
        classes.size() > 450
        classes.variables() == []
    }
}
