package peerlab.engine

import static peerlab.engine.play.Scripts.RUMOURS
import static peerlab.engine.script.Words.*

import peerlab.engine.base.Span
import peerlab.engine.check.Verdict
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Probe
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.script.Scenario
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.StepSpec
import spock.lang.Specification
import student.Trouble

/** A run that somebody steers by hand. */
class SteeringSpec extends Specification {

    static final List<StepSpec> EVENTFUL = [
            at(seconds(0), join(named('p8')).via(named('p1'))),
            at(seconds(1), put(keys(5)).every(millis(100))),
            during(seconds(2), seconds(9), get(anyKey()).every(millis(250))),
            at(seconds(3), drop(any(3), percent(40)).lasting(seconds(4))),
            during(seconds(3), seconds(5), partition(minority())).as('the cut'),
            at(seconds(4), crash(any(2))).as('victims'),
            at(seconds(4), pause(named('p3'))).as('the pause'),
            at(seconds(6), restart(named('victims')).every(millis(300))),
            at(seconds(6), heal('the pause')),
            at(seconds(7), leave(any(1))),
            at(seconds(8), snapshot('late'))]

    Recorder recorder = new Recorder()

    def 'a run whose steps are performed by hand is that of the timeline, to the last number (seed #seed)'() {
        given: 'the run of a timeline'
        def plain = circle().seed(seed)
        def written = Simulation.of(plain.timeline(*EVENTFUL).spec(), RUMOURS).observedBy(recorder).inDetail()
                .run()

        when: 'the same steps are performed one after the other'
        def other = new Recorder()
        def simulation = Simulation.of(plain.spec(), RUMOURS).observedBy(other).inDetail().awaiting(EVENTFUL)
        simulation.start()
        EVENTFUL.each { simulation.perform(it) }
        def byHand = simulation.finish()

        then: 'all that was told, kept and measured is the same'
        other.events == recorder.events
        byHand.fingerprint() == written.fingerprint()
        byHand.events() == written.events()
        byHand.metrics() == written.metrics()
        byHand.snapshots() == written.snapshots()
        byHand.notes() == written.notes()

        where:
        seed << (1..10)
    }

    def 'a part of a timeline can be performed by hand, if it stands at its end'() {
        given: 'the first steps in the scenario, the last awaited'
        def file = circle().timeline(*EVENTFUL.take(6))

        when: 'they are performed when the run has come to them'
        def simulation = Simulation.of(file.spec(), RUMOURS).awaiting(EVENTFUL.drop(6))
        simulation.start()
        EVENTFUL.drop(6).each {
            simulation.runBefore(new Span(it.when().begins().nanos()))
            simulation.perform(it)
        }

        then: 'it is the run of the whole timeline'
        simulation.finish().fingerprint() == fingerprint(circle().timeline(*EVENTFUL))
    }

    def 'nothing need be awaited for the same fingerprint, where no client asks and nobody joins'() {
        given: 'steps without clients'
        def steps = EVENTFUL.findAll { !(it.action().verb() in ['join', 'put', 'get']) }

        when: 'they are performed'
        def simulation = started(circle())
        steps.each { simulation.perform(it) }

        then: 'the same happened, though the numbers in a trace are others'
        simulation.finish().fingerprint() == fingerprint(circle().timeline(*steps))
    }

    def 'a request has another number where steps after it were not awaited, and the fingerprint tells'() {
        given: 'a timeline of two puts'
        def steps = [at(seconds(1), put(keys(1))), at(seconds(2), put(keys(1)))]
        def written = fingerprint(circle().timeline(*steps))

        when: 'they are performed'
        def simulation = Simulation.of(circle().spec(), RUMOURS).awaiting(awaited)
        simulation.start()
        steps.each { simulation.perform(it) }

        then: 'a timeline would have numbered the second step before the first request'
        (simulation.finish().fingerprint() == written) == isSame

        where:
        awaited                                                              || isSame
        []                                                                   || false
        [at(seconds(1), put(keys(1)))]                                       || false
        [at(seconds(2), put(keys(1)))]                                       || true
        [at(seconds(1), put(keys(1))), at(seconds(2), put(keys(1)))]         || true
    }

    def 'a run goes event by event, to the same end'() {
        given: 'the run at once'
        def whole = Simulation.of(circle().timeline(*EVENTFUL).spec(), RUMOURS).run()

        when: 'it is stepped through'
        def simulation = started(circle().timeline(*EVENTFUL))
        def times = []
        long steps = 0
        while (simulation.step()) {
            steps++
            times << simulation.view().now()
        }

        then: 'each step was an event, in the order of time'
        times == times.toSorted()
        steps == whole.events()
        !simulation.step()

        and: 'the same run'
        simulation.finish().fingerprint() == whole.fingerprint()
        !simulation.step()
    }

    def 'what is done by hand comes after what has happened and before what has not'() {
        given: 'three peers that say a word at 1 s, to be heard at 1.01 s'
        def probe = new Probe()
        probe.onStart = { peer, setup -> peer.startTimer(new Probe.Bell('speak'), Span.seconds(1)) }
        probe.onTimer = { peer, bell -> peer.send(peerlab.engine.base.PeerId.of(0), new Probe.Word('hi')) }
        def simulation = Simulation.of(Scenario.titled('Three').peers(3, 'probe').latency(fixed(millis(10)))
                .stopAt(seconds(5)).spec(), new Protocols([probe]))
        simulation.start()

        when: 'somebody crashes before anything of that instant'
        simulation.runBefore(millis(1010))
        def before = simulation.view().now()
        simulation.perform(crash(named('p1')))

        then: 'what was sent is lost'
        before.toString() == '1.01 s'
        !probe.diary.any { it.contains('is told') }

        when: 'the run has gone through that instant'
        simulation.runUntil(millis(1010))
        simulation.perform(restart(named('p1')))
        simulation.runFor(seconds(1))

        then: 'time has gone on, and the peer was up'
        simulation.view().now().toString() == '2.01 s'
        probe.diary.findAll { it.contains('p1 starts') }*.replaceAll(' p1.*', '') == ['0 s', '1.01 s']
    }

    def 'the beginning comes before what is done at once'() {
        when: 'somebody acts before anything has happened'
        def simulation = started(circle(), recorder)
        simulation.perform(put(keys(1)).from(named('p1')))

        then: 'the peers are up, and the request is there'
        simulation.view().peers().every { simulation.view().peer(it).isUp() }
        recorder.events.takeWhile { it instanceof RunEvent.LifeChanged }.size() == 8
        recorder.all(RunEvent.Asked).size() == 1
        simulation.view().now().toString() == '0 s'
    }

    def 'who was chosen is told, and is the same each time'() {
        given: 'two runs'
        def runs = [started(circle()), started(circle())]

        when: 'each crashes three of its peers'
        def victims = runs.collect {
            it.runUntil(seconds(2))
            it.perform(crash(any(3)))
        }

        then: 'the same three, who are down'
        victims[0].size() == 3
        victims[0] == victims[1]
        victims[0].every { !runs[0].view().peer(it).isUp() }
        runs*.finish()*.fingerprint().unique().size() == 1
    }

    def 'the same words twice at one instant choose twice'() {
        given: 'a run'
        def simulation = started(circle())
        simulation.runUntil(seconds(1))

        expect: 'as two equal steps of a timeline would'
        def first = simulation.perform(crash(any(2)))
        def second = simulation.perform(crash(any(2)))
        first.size() == 2 && second.size() == 2
        first.intersect(second).empty
    }

    def 'a fault that was injected goes on until it is ended'() {
        given: 'a run of a circle, in which p1 is cut off'
        def simulation = started(circle(), recorder)
        simulation.runUntil(seconds(1))
        def fault = simulation.inject(isolate(named('p1')))

        expect: 'whom it concerns'
        fault.who()*.name() == ['p1']
        !fault.over

        when: 'a rumour goes around meanwhile'
        simulation.perform(put(keys(1)).from(named('p3')))
        simulation.runFor(seconds(1))

        then: 'it came as far as p8'
        heard(simulation, 'key-1') == (3..8).collect { 'p' + it }

        when: 'the fault is ended, twice for good measure, and another goes around'
        2.times { fault.end() }
        simulation.perform(put(keys(1)).from(named('p3')))
        simulation.runFor(seconds(1))

        then: 'everybody hears'
        fault.over
        heard(simulation, 'key-2').size() == 8
        recorder.all(RunEvent.FaultChanged)*.isOver() == [false, true]
    }

    def 'a fault that has a time ends by itself, or with what heals it'() {
        given: 'three faults'
        def simulation = started(circle())
        def brief = simulation.inject(at(seconds(1), pause(named('p1')).lasting(seconds(1))))
        def window = simulation.inject(during(seconds(1), seconds(3), pause(named('p2'))))
        def marked = simulation.inject(at(seconds(1), pause(named('p3'))).as('the nap'))

        expect: 'each to end in its way'
        [brief, window, marked]*.over == [false, false, false]
        simulation.runUntil(seconds(2))
        [brief, window, marked]*.over == [true, false, false]
        simulation.runUntil(seconds(3))
        [brief, window, marked]*.over == [true, true, false]
        simulation.perform(heal('the nap')).empty
        marked.over
        simulation.finish().notes() == []
    }

    def 'a mark that was set by hand is a moment and a name'() {
        given: 'an expectation that counts from it'
        def simulation = started(circle().expect(always(metric('peers.up').isEqualTo(6)).after('the crash')))

        when: 'it is set'
        def victims = simulation.perform(at(seconds(4), crash(any(2))).as('the crash'))
        simulation.runFor(seconds(1))

        then: 'the same can be meant again'
        simulation.perform(restart(named('the crash'))) == victims

        and: 'the expectation began with it and failed when they came back'
        def verdict = simulation.finish().expectations()[0]
        verdict.verdict() == Verdict.FAIL
        verdict.at().get().toString() == '5 s'
    }

    def 'what makes no sense is refused: #message'() {
        given: 'a run that has come to 5 s'
        def simulation = started(circle().peers(group(2, 'rumours').as('edge')))
        simulation.runUntil(seconds(5))

        when:
        deed(simulation)

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == message

        and: 'the run goes on as if nothing had been said'
        simulation.finish().fingerprint() ==
                fingerprint(circle().peers(group(2, 'rumours').as('edge')))

        where:
        deed                                                               || message
        ({ it.perform(at(seconds(4), crash(all()))) })                     || "it is 5 s in the run of 'circle', which ends at 10 s: nothing can be done at 4 s"
        ({ it.inject(at(seconds(11), pause(all()))) })                     || "it is 5 s in the run of 'circle', which ends at 10 s: nothing can be done at 11 s"
        ({ it.perform(crash(named('p9'))) })                               || "nobody in this run is called 'p9'; the peers are p1 to edge2, the groups edge"
        ({ it.inject(partition(named('edge'), any(2, named('egde')))) })   || "nobody in this run is called 'egde'; the peers are p1 to edge2, the groups edge"
        ({ it.inject(drop(messagesOf(all()).to(named('x')), percent(1))) }) || "nobody in this run is called 'x'; the peers are p1 to edge2, the groups edge"
        ({ it.perform(join(named('p1')).via(named('p0'))) })               || "nobody in this run is called 'p0'; the peers are p1 to edge2, the groups edge"
        ({ it.perform(ask('fetch', anyKey())) })                           || "no protocol of this run offers 'fetch'; there are get, put"
        ({ it.inject(at(seconds(6), crash(all()))) })                      || "'crash' is no fault that could end: perform it"
    }

    def 'nothing can be done in a run that is over'() {
        given: 'a run that has finished'
        def simulation = started(circle())
        def fault = simulation.inject(pause(named('p1')))
        simulation.finish()

        when:
        deed(simulation, fault)

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message == "the run of 'circle' is over since 10 s: it is finished"
        simulation.over

        where:
        deed << [{ s, f -> s.perform(crash(all())) }, { s, f -> s.inject(pause(all())) },
                { s, f -> f.end() }]
    }

    def 'a run that came to the condition that ends it is over'() {
        given: 'a condition'
        def simulation = started(circle().stopWhen(metric('peers.down').isAtLeast(1), seconds(9)))
        simulation.runUntil(seconds(3))

        when: 'a deed of ours lets it hold'
        simulation.perform(crash(named('p1')))

        then: 'that was the end'
        simulation.over

        when: 'more is asked for'
        simulation.perform(crash(named('p2')))

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message == "the run of 'circle' is over since 3 s: what it was to stop at has come about"
        simulation.finish().ended().toString() == '3 s'
    }

    def 'a protocol that throws while somebody steers is a verdict, and the end'() {
        given: 'a protocol that throws when it hears something'
        def simulation = Simulation.of(Scenario.titled('Trouble').peers(3, 'trouble', kind: 'throws')
                .stopAt(seconds(10)).spec(), new Protocols([new Trouble()]))
        simulation.start()
        simulation.runUntil(seconds(1))

        when: 'it hears something'
        simulation.perform(ask('poke').from(named('p1')))
        simulation.runUntil(seconds(2))

        then: 'no exception comes out, the run is over'
        simulation.over
        simulation.view().now().toString() != '2 s'

        when: 'more is asked for'
        simulation.perform(ask('poke').from(named('p1')))

        then: 'why not is said'
        def refusal = thrown(IllegalStateException)
        refusal.message.startsWith("the run of 'trouble' is over since 1.05 s: p2 threw IllegalState")
        simulation.finish().verdict() == Verdict.FAIL
    }

    def 'an error of the engine is thrown, and there is no going on and no verdict'() {
        given: 'somebody who watches and fails'
        def error = new IllegalStateException('disk full')
        def simulation = started(circle(), new Recorder(
                interests: RunEvent.Kind.ASKED.bit(), look: { event, view -> throw error }))
        simulation.runUntil(seconds(1))

        when: 'it sees something'
        simulation.perform(put(keys(1)))

        then: 'the error itself'
        def thrownOn = thrown(IllegalStateException)
        thrownOn.is(error)

        when: 'somebody goes on all the same'
        simulation.finish()

        then: 'that is refused, for the reason'
        def refusal = thrown(IllegalStateException)
        refusal.message == "the run of 'circle' broke off, which was not the fault of what it runs"
        refusal.cause.is(error)
    }

    private static Scenario circle() {
        Scenario.titled('circle').peers(8, 'rumours', beat: millis(700)).latency(millis(5), millis(50))
                .loss(percent(5)).stopAt(seconds(10))
    }

    private static Simulation started(Scenario scenario, Recorder observer = new Recorder()) {
        def simulation = Simulation.of(scenario.spec(), RUMOURS).observedBy(observer)
        simulation.start()
        simulation
    }

    private List<String> heard(Simulation simulation, String key) {
        recorder.all(RunEvent.StepTaken).findAll { it.step().key() == key }*.peer()*.name().sort()
    }

    private static String fingerprint(Scenario scenario) {
        Simulation.of(scenario.spec(), RUMOURS).run().fingerprint()
    }
}
