package peerlab.engine

import static peerlab.engine.script.Words.*

import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.check.Verdict
import peerlab.engine.network.Door
import peerlab.engine.network.LinkRule
import peerlab.engine.network.Network
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Protocols
import peerlab.engine.script.Scenario
import spock.lang.Specification
import student.Nonsense
import student.Saboteur
import student.Threaded

/** What somebody's code does wrong, wherever it is called, is a verdict on it; what we do wrong is not. */
class BordersSpec extends Specification {

    static final Map<String, Saboteur.Charge> CHARGES = [
            'a runtime exception': student.Charges.&runtime,
            'a checked exception': student.Charges.&checked,
            'an error'           : student.Charges.&error,
            'an assertion'       : student.Charges.&assertion,
            'a recursion'        : student.Charges.&recursion,
            'a missing class'    : student.Charges.&missingClass,
            'a broken class'     : student.Charges.&brokenClass,
            'a wrapped exception': student.Charges.&wrapped,
            'a hostile exception': student.Charges.&hostile,
            'one without frames' : student.Charges.&traceless,
            'memory'             : student.Charges.&memory]

    def 'at #place, #what is the verdict on the protocol'() {
        when: 'a run comes past'
        def result = simulation(new Saboteur(place, CHARGES[what])).run()

        then: 'it failed, which is said in a sentence'
        result.verdict() == Verdict.FAIL
        def failure = result.failure().get()
        failure.kind() == (what == 'memory' ? RunFailure.Kind.LIMIT : RunFailure.Kind.PROTOCOL)
        failure.sentence() ==~ /(p\d|the protocol 'saboteur'|limit 'memory') (threw|reached) .*/

        and: 'with frames of nobody else'
        def frames = failure.detail().findAll { it.startsWith('at ') }
        frames.every { it.startsWith('at student.') }
        frames.empty == what in ['one without frames', 'a hostile exception']

        where:
        [place, what] << [Saboteur.PLACES, CHARGES.keySet()].combinations()
    }

    def 'nothing goes wrong with a saboteur who never comes to his place'() {
        expect: 'that the run comes past all places, without complaint'
        def passed = [] as LinkedHashSet
        Saboteur.PLACES.each { place ->
            def saboteur = new Saboteur(place, { passed << place } as Saboteur.Charge)
            assert simulation(saboteur).run().failure().empty
        }
        passed.toList() == Saboteur.PLACES
        Saboteur.PLACES.toSet() == Saboteur.PLACES as Set
    }

    def 'who answers #question with #answer is told: #said'() {
        when: 'a run asks'
        def result = nonsense(question, answer).run()

        then: 'that it makes no sense'
        result.failure().get().kind() == RunFailure.Kind.PROTOCOL
        result.failure().get().sentence().contains('threw IllegalArgumentException')
        result.failure().get().detail()[0] == said

        where:
        question     | answer               || said
        'parameters' | null                 || 'parameters gave null'
        'operations' | null                 || 'operations gave null'
        'metrics'    | null                 || 'metrics gave null'
        'deploy'     | null                 || 'deploy gave null'
        'create'     | null                 || 'create gave null'
        'gauges'     | null                 || 'gauges gave null'
        'surveys'    | null                 || 'surveys gave null'
        'properties' | null                 || 'properties gave null'
        'judge'      | null                 || 'judge gave null'
        'closest'    | null                 || 'closest gave null'
        'closest'    | [null]               || 'closest gave null, which is no peer of this run'
        'closest'    | [PeerId.of(4_711)]   || 'closest gave p4712, which is no peer of this run'
        'neighbours' | [PeerId.of(4_711)]   || 'neighbours gave p4712, which is no peer of this run'
        'neighbours' | ['p1']               || 'neighbours gave p1, which is no peer of this run'
        'size'       | -5                   || 'a Note is said to take -5 bytes'
        'type'       | null                 || 'the type of a message has a name, found null for student.Nonsense$Note'
        'type'       | ' '                  || 'the type of a message has a name, found   for student.Nonsense$Note'
    }

    def 'who answers #question with something odd is understood as far as that goes: #shown'() {
        when: 'a run asks'
        def result = nonsense(question, answer).run()

        then: 'it gets on'
        result.failure().empty
        result.verdict() == Verdict.PASS

        and: 'documents can be made of what it shows'
        new peerlab.engine.observe.TopologyGraph(result.snapshots()[0].topology())
        result.snapshots()[0].topology().nodes()[0].values() == shown

        where:
        question     | answer                         || shown
        'inspect'    | null                           || [:]
        'inspect'    | [1: 2, (null): 3]              || ['1': 2, 'null': 3]
        'inspect'    | ["${'a'}": new Object()]       || [a: 'Object']
        'inspect'    | [self: new Itself()]           || [self: 'Itself']
        'inspect'    | [role: ['x'] as Set]           || [role: ['x']]
        'neighbours' | null                           || [:]
        'neighbours' | [null]                         || [:]
        'explain'    | null                           || [:]
        'explain'    | [null, 'because']              || [:]
        'reply'      | null                           || [:]
        'reply'      | new Itself()                   || [:]
        'content'    | null                           || [:]
        'content'    | 'x' * 5_000_000                || [:]
        'size'       | Integer.MAX_VALUE              || [:]
    }

    /** A thing whose text never ends. */
    static class Itself {
        @Override
        String toString() { "me: ${this}" }
    }

    def 'what a protocol asks for from a thread of its own is the verdict: #deed'() {
        when: 'no seed decides when that would happen'
        def failure = threaded(Threaded.DEEDS[deed]).run().failure().get()

        then: 'it is told so, with its own lines'
        failure.kind() == RunFailure.Kind.PROTOCOL
        failure.sentence() == "p1 was asked for something at 1 s while working in the thread 'my worker'"
        failure.detail()[0] == 'a protocol acts in the calls that it is given'
        failure.detail().drop(1).every { it.startsWith('at student.Threaded') }
        failure.detail().size() > 2

        where:
        deed << Threaded.DEEDS.keySet()
    }

    def 'a run may be moved on from one thread and then from another'() {
        given: 'a run of a protocol that draws and sends in the calls that it is given'
        def moved = simulation(new Saboteur('nowhere', { }))
        def alone = simulation(new Saboteur('nowhere', { })).run()
        moved.start()

        when: 'three threads take turns'
        [1, 2, 4].each { second ->
            Thread.start { moved.runUntil(seconds(second)) }.join()
        }

        then: 'it is the same run'
        moved.finish().failure().empty
        moved.finish().fingerprint() == alone.fingerprint()
    }

    private static Simulation threaded(deed) {
        Simulation.of(Scenario.titled('threaded').peers(2, 'threaded').latency(fixed(millis(10))).timeline(
                at(seconds(1), ask('poke').from(named('p1')))).stopAt(seconds(4)).spec(),
                new Protocols([new Threaded(deed)])).observedBy(new Recorder())
    }

    def 'a description that says nothing of peers and texts is taken as nothing'() {
        expect: 'null is a value like others, whoever reads'
        nonsense('describe', { it.peer('who', null); it.text('what', null); it.absent('x') }).run()
                .failure().empty
    }

    def 'a snapshot stays what it was, whatever becomes of the map that was shown'() {
        given: 'a protocol that shows a map of its own, which an observer changes after the snapshot'
        def own = [count: 1]
        def simulation = nonsense('inspect', own)
        simulation.start()
        simulation.runUntil(seconds(3))

        when:
        own.count = 2

        then:
        simulation.finish().snapshots()[0].topology().nodes()[0].values() == [count: 1]
    }

    def 'a message that is changed on its way does so each time the same'() {
        given: 'a message of which the sender goes on writing'
        def recorder = new Recorder()
        def scenario = Scenario.titled('Scribbler').peers(2, 'probe').latency(fixed(millis(10)))
                .timeline(at(seconds(1), ask('poke').from(named('p1')))).stopAt(seconds(1.005)).spec()

        when: 'it runs unwatched, and watched'
        def plain = Simulation.of(scenario, new Protocols([scribbler()])).run()
        def watched = Simulation.of(scenario, new Protocols([scribbler()])).observedBy(recorder).run()

        then: 'the same, and it is in flight with what was written last'
        plain.fingerprint() == watched.fingerprint()
        recorder.all(RunEvent.Sent)[0].message().pages() == ['one', 'two']
    }

    private static Probe scribbler() {
        def probe = new Probe()
        probe.onRequest = { peer, request ->
            def pages = ['one']
            peer.send(PeerId.of(1), new Pages(pages))
            pages << 'two'
        }
        probe
    }

    static record Pages(List pages) implements Message {}

    private static Simulation nonsense(String question, Object answer) {
        Simulation.of(Scenario.titled('nonsense').peers(2, 'nonsense').latency(fixed(millis(10))).timeline(
                at(seconds(1), ask('poke').from(named('p1'))),
                at(seconds(2), snapshot('two')),
                at(seconds(3), crash(closest(1, 'x'))))
                .expect(atEnd(question == 'properties' ? property('none')
                        : metric('messages.sent').isMoreThan(0)))
                .stopAt(seconds(4)).spec(), new Protocols([new Nonsense(question, answer)])).inDetail()
                .observedBy(new Recorder())
    }

    def 'what goes wrong in #where is ours, even while a protocol is at work: #error'() {
        given: 'a run of which a part of the engine is broken'
        def simulation = broken(where, FAULTS[error])

        when: 'it goes on'
        simulation.finish()

        then: 'no verdict, but the very error'
        def thrownOn = thrown(Throwable)
        thrownOn.class.simpleName == error

        where:
        [where, error] << [['an observer', 'a link rule', 'a door'], FAULTS.keySet()].combinations()
    }

    def 'memory that is used up is a limit where a protocol is at work, whoever takes the last of it'() {
        when: 'a rule needs memory for what a protocol sends'
        def failure = broken('a link rule', USES_UP).finish().failure().get()

        then: 'the protocol is named, and how to give more'
        failure.kind() == RunFailure.Kind.LIMIT
        failure.sentence() ==~ /limit 'memory' reached at 1 s: the \d+ MiB of the JVM were used up .*/
        failure.detail()[0].startsWith('at student.Saboteur$Greeter.onRequest')
        failure.detail().last() == 'if the run is meant to need more: PEERLAB_JAVA_OPTS=-Xmx8g'
    }

    def 'memory that the engine uses up alone is thrown on'() {
        when: 'a door needs it'
        broken('a door', USES_UP).finish()

        then:
        thrown(OutOfMemoryError)
    }

    static final Closure USES_UP = { throw new OutOfMemoryError('Java heap space') }

    private static Simulation broken(String where, Closure fault) {
        def simulation = Simulation.of(Scenario.titled('Broken').peers(3, 'saboteur')
                .timeline(at(seconds(1), ask('poke', key('x')).from(named('p1')))).stopAt(seconds(4)).spec(),
                new Protocols([new Saboteur('nowhere', { })]))
                .observedBy(new Recorder(look: { event, view -> where == 'an observer' && fault() }))
        simulation.start()
        Network network = simulation.@run.network()
        if (where == 'a link rule') {
            network.add({ fault() } as LinkRule, Network.Stage.FAULT)
        } else if (where == 'a door') {
            network.add({ fault() } as Door)
        }
        simulation
    }

    static final Map<String, Closure> FAULTS = [
            IllegalStateException   : { throw new IllegalStateException('index 7') },
            IllegalArgumentException: { new RandomSource(1).nextInt(0) },
            NullPointerException    : { Objects.requireNonNull(null) },
            StackOverflowError      : { endless(1) },
            Error                   : { throw new Error('x') }]

    private static int endless(int depth) { endless(depth + 1) + 1 }

    private static Simulation simulation(Saboteur saboteur) {
        Simulation.of(SCENARIO.spec(), new Protocols([saboteur])).observedBy(new Recorder()).inDetail()
    }

    static final Scenario SCENARIO = Scenario.titled('saboteur').peers(group(4, 'saboteur').converged())
            .latency(fixed(millis(10))).timeline(
            at(seconds(1), ask('poke', key('x')).from(named('p1'))),
            at(seconds(1), put(key('x')).from(named('p1'))),
            at(seconds(1), ask('get', key('x')).from(named('p1'))),
            at(seconds(1), ask('poke', key('bad')).from(named('p1'))),
            at(seconds(2), snapshot('two')),
            at(seconds(3), crash(named('p3'))),
            at(seconds(4), restart(named('p3'))),
            at(seconds(5), leave(closest(1, 'x'))))
            .expect(always(metric('greetings.most').isAtMost(5)), atEnd(metric('greetings.all').isAtMost(5)),
                    always(property('all is well')))
            .stopAt(seconds(6))
}
