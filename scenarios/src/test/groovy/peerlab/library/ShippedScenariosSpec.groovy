package peerlab.library

import java.nio.file.Files
import java.util.concurrent.Callable
import java.util.concurrent.Executors

import peerlab.engine.check.Verdict
import peerlab.engine.spec.RecordSpec
import peerlab.engine.trace.TraceWriter
import spock.lang.Shared
import spock.lang.Specification

/** What every shipped scenario holds to. */
class ShippedScenariosSpec extends Specification {

    /** Those that show what a failing expectation looks like. */
    static final Set<String> FAIL_ON_PURPOSE = ['too-few-copies'] as Set

    @Shared
    Shipped shipped = new Shipped()

    def "there are scenarios, most of them in both languages, and each one's fingerprint is stored"() {
        expect: 'so many that a folder that is not found would be noticed'
        Shipped.scenarios().size() >= 8
        Shipped.pairs().size() >= 6

        and: 'nothing lies beside them that belongs to none'
        Files.list(Shipped.FOLDER).withCloseable { it.map { file -> file.fileName.toString() }.toList() }
                .findAll { it.endsWith('.fingerprint') }.toSet() ==
                Shipped.scenarios().collect { "${Shipped.id(it)}.fingerprint".toString() }.toSet()
    }

    def "#id comes out as it is meant to"() {
        when: 'it runs as it stands'
        def result = shipped.result(file)

        then: 'it reaches its end, and the verdict is the one that its title leads to expect'
        result.failure().empty
        result.verdict() == meant

        where: 'all pass, but for those that show a failure'
        file << Shipped.scenarios()
        id = Shipped.id(file)
        meant = id in FAIL_ON_PURPOSE ? Verdict.FAIL : Verdict.PASS
    }

    def "#id asks for something that can be wanting: each expectation looked at something"() {
        expect: 'none is inconclusive, none passed for want of anything to judge'
        !shipped.result(file).expectations()*.verdict().contains(Verdict.INCONCLUSIVE)

        where:
        file << Shipped.scenarios()
        id = Shipped.id(file)
    }

    def "#id says the same in Groovy and in YAML, and does the same"() {
        given: 'both files'
        def groovy = Shipped.FOLDER.resolve("${id}.groovy")
        def yaml = Shipped.FOLDER.resolve("${id}.yaml")

        expect: 'equal specifications, equal runs'
        shipped.spec(groovy) == shipped.spec(yaml)
        shipped.result(groovy).fingerprint() == shipped.result(yaml).fingerprint()

        where:
        id << Shipped.pairs()
    }

    def "#id runs twice alike, traced and measured in detail, and without anybody watching"() {
        given: 'a trace that goes nowhere, of all that can be recorded'
        def spec = shipped.spec(file)
        def trace = new TraceWriter(OutputStream.nullOutputStream(), new RecordSpec(true, true,
                Optional.empty(), spec.record().place()))

        when: 'the second run is watched'
        def watched = shipped.simulation(spec).observedBy(trace).inDetail().run()
        trace.close()

        then: 'it is the same run, to its last number'
        def plain = shipped.result(file)
        watched.fingerprint() == plain.fingerprint()
        watched.events() == plain.events()
        watched.messages() == plain.messages()
        watched.expectations() == plain.expectations()

        where:
        file << Shipped.scenarios()
        id = Shipped.id(file)
    }

    def "runs beside each other do not feel each other"() {
        given: 'all scenarios at once, on more threads than there are processors, each twice'
        def pool = Executors.newFixedThreadPool(4)
        def files = Shipped.scenarios() + Shipped.scenarios().reverse()

        when: 'they run'
        def together = pool.invokeAll(files.collect { file ->
            ({ shipped.simulation(shipped.spec(file)).run().fingerprint() } as Callable<String>)
        })*.get()

        then: 'each does what it does alone'
        together == files.collect { shipped.result(it).fingerprint() }

        cleanup:
        pool.shutdown()
    }

    def "#id survives the seeds 1 to 10: it may miss its goal, it does not break"() {
        expect: 'each seed gives a run of its own, to the end of the scenario'
        def results = (1..10).collect { long seed -> shipped.simulation(shipped.spec(file,
                OptionalLong.of(seed))).run() }
        results.every { it.failure().empty }
        results*.ended().unique().size() == 1
        results*.fingerprint().unique().size() == 10

        where:
        file << Shipped.scenarios()
        id = Shipped.id(file)
    }
}
