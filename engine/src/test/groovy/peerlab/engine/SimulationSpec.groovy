package peerlab.engine

import static peerlab.engine.play.Scripts.*

import java.util.concurrent.Executors

import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.SimTime
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.check.Verdict
import peerlab.engine.observe.MetricReport
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.ExpectationSpec
import peerlab.engine.spec.Expression
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.Moment
import peerlab.engine.spec.RecordSpec
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.SelectorSpec
import peerlab.engine.spec.Temporal
import spock.lang.Specification

class SimulationSpec extends Specification {

    def 'a rumour goes around the circle, one link after the other'() {
        when: 'one of five peers starts a rumour over links of 10 ms'
        def result = Simulation.of(scenario([at(1, put(new KeysSpec.Fresh(1)))]), RUMOURS).run()

        then: 'it is passed on by each of them once and ends where it began'
        result.verdict() == Verdict.PASS
        result.messages() == 5
        (result.metrics().values()['messages.delivered'] as MetricReport.Scalar).value() == 5
        (result.metrics().values()["messages['Rumour'].sent"] as MetricReport.Scalar).value() == 5
        (result.metrics().values()['puts.succeeded'] as MetricReport.Scalar).value() == 1
    }

    def 'the same scenario with the same seed leaves the same fingerprint, another seed another'() {
        given: 'a scenario in which chance has a say'
        def script = scenario([at(1, put(new KeysSpec.Fresh(3)))])

        expect: 'the fingerprint depends on the scenario and the seed alone'
        fingerprint(script) == fingerprint(script)
        fingerprint(script) != fingerprint(script.withSeed(2))
    }

    def 'going on step by step, with looks in between, gives what running at once gives (seed #seed)'() {
        given: 'the run at once'
        def script = eventful(seed)
        def whole = Simulation.of(script, RUMOURS).inDetail().run()

        when: 'it is moved on by odd steps, back ones included'
        def stepped = Simulation.of(script, RUMOURS).inDetail()
        stepped.start()
        [0, 0.5, 1, 3.777, 2, 5, 5, 9.999].each {
            stepped.runUntil(seconds(it))
            stepped.view().topology()
        }
        def result = stepped.finish()

        then: 'all is the same but the time on the wall'
        same(result) == same(whole)

        where:
        seed << (1..5)
    }

    def 'a simulation tells where it stands'() {
        given: 'one that has not started'
        def simulation = Simulation.of(eventful(1), RUMOURS)

        expect: 'that it says so'
        simulation.progress().doing() == 'setting up'
        simulation.progress().end() == seconds(10)

        when: 'it moves on to an instant at which nothing happens'
        simulation.start()
        simulation.runUntil(seconds(4.0001))

        then: 'the present is that instant'
        simulation.view().now() == seconds(4.0001)
        simulation.progress().now() == seconds(4.0001)
        simulation.progress().events() > 0
        simulation.progress().doing() == ''
        simulation.progress().peer().startsWith('p')
    }

    def 'a simulation runs once'() {
        given: 'one that has run'
        def simulation = Simulation.of(eventful(1), RUMOURS)
        def result = simulation.run()

        expect: 'the result it gave, when asked again'
        simulation.finish().is(result)

        when: 'it is started again'
        simulation.start()

        then: 'it refuses'
        def refusal = thrown(IllegalStateException)
        refusal.message == "this simulation of 'script' has started already"
    }

    def 'one must start before one looks'() {
        when: 'there is no run yet'
        Simulation.of(eventful(1), RUMOURS).view()

        then: 'it says what to do'
        def refusal = thrown(IllegalStateException)
        refusal.message == "start the simulation of 'script' first"
    }

    def 'a run goes its way whoever watches: #who'() {
        given: 'the run that nobody watches'
        def script = eventful(3)
        def unwatched = Simulation.of(script, RUMOURS).run()

        when: 'somebody does'
        def watched = Simulation.of(script, RUMOURS).observedBy(observer).inDetail().run()

        then: 'the same happens'
        watched.fingerprint() == unwatched.fingerprint()
        watched.events() == unwatched.events()
        !observer.events.empty

        where:
        who                | observer
        'all events'       | new Recorder()
        'lives only'       | new Recorder(interests: RunEvent.Kind.LIFE.bit())
        'messages only'    | new Recorder(interests: RunEvent.Kind.SENT.bit() | RunEvent.Kind.DROPPED.bit())
        'steps only'       | new Recorder(interests: RunEvent.Kind.STEP.bit())
        'everything there' | new Recorder(look: { event, view -> view.topology(); view.peers().each { view.peer(it).values() } })
    }

    def 'runs in turn in one thread and runs in many threads at once do not disturb each other'() {
        given: 'what each seed gives alone'
        def alone = (1..6).collect { fingerprint(eventful(it)) }

        when: 'two go on in turn'
        def pair = [1, 2].collect { Simulation.of(eventful(it), RUMOURS) }
        pair*.start()
        (1..20).each { half -> pair.each { it.runUntil(seconds(half / 2)) } }

        and: 'and six at once'
        def pool = Executors.newFixedThreadPool(3)
        def futures = (1..6).collect { seed -> pool.submit(
                { fingerprint(eventful(seed)) } as java.util.concurrent.Callable<String>) }
        def together = futures*.get()
        pool.shutdown()

        then: 'the same'
        pair.collect { it.finish().fingerprint() } == alone[0..1]
        together == alone
    }

    def 'a run with #peers peers and steps that mean peers comes to #verdict'() {
        when: 'everything is tried'
        def steps = [at(1, put(new KeysSpec.Fresh(2))), at(2, get(new KeysSpec.AnyPut(), Span.millis(100))),
                     during(2, 3, get(new KeysSpec.AnyPut(), Span.millis(100))),
                     during(3, 5, partition([new SelectorSpec.Minority()])), at(4, life(LifeVerb.CRASH, ALL)),
                     at(5, life(LifeVerb.RESTART, some(1))), at(6, new ActionSpec.Snapshot('six'))]
        def group = new GroupSpec('p', peers, 'rumours', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)
        def result = Simulation.of(scenario(groups: [group], steps), RUMOURS).inDetail().run()

        then: 'an answer'
        result.failure().empty
        result.verdict() == verdict
        result.notes().contains('no peer was ever up: nothing was tried') == (peers == 0)
        (result.metrics().values()['peers.up'] as MetricReport.Scalar).value() == Math.min(peers, 1)

        where:
        peers || verdict
        0     || Verdict.INCONCLUSIVE
        1     || Verdict.PASS
        2     || Verdict.PASS
    }

    def 'a run in which nobody ever comes up is inconclusive'() {
        when: 'all are to join after the end'
        def result = Simulation.of(scenario([at(20, life(LifeVerb.JOIN, ALL))]), RUMOURS).run()

        then: 'nothing was tried'
        result.verdict() == Verdict.INCONCLUSIVE
        result.notes() == ['no peer was ever up: nothing was tried']
    }

    def 'a run that ends as it begins has one event'() {
        when: 'the end is at 0 s'
        def result = Simulation.of(new ScenarioSpec(
                'empty', 'Nothing', 1, [:], scenario([]).groups(), scenario([]).network(), [], [],
                RecordSpec.NOTHING, new peerlab.engine.spec.StopSpec(
                        SimTime.ZERO, Optional.empty(), SourcePlace.NOWHERE),
                SourcePlace.NOWHERE), RUMOURS).inDetail().run()

        then: 'that all who are up begin'
        result.events() == 1
        result.ended() == SimTime.ZERO
        result.verdict() == Verdict.PASS
    }

    def 'a step that meets nobody is noted, and so is one that asks nobody or heals nothing'() {
        when: 'there is nobody to restart, no key to get and no fault to heal'
        def result = Simulation.of(scenario([at(1, step), at(2, put(new KeysSpec.Fresh(1)))]), RUMOURS).run()

        then: 'the notes say so'
        result.notes() == [note]

        where:
        step                                          || note
        life(LifeVerb.RESTART, ALL)                   || 'at 1 s restart all met nobody'
        partition([named('nobody')])                  || 'at 1 s partition nobody met nobody'
        get(new KeysSpec.AnyPut())                    || 'at 1 s get any key asked nobody'
        new ActionSpec.Heal(Optional.of('the cut'))   || "at 1 s heal 'the cut' found no fault to end"
    }

    def 'a run ends as soon as its stop condition holds, with nothing seen after that'() {
        given: 'a stop once three peers were told'
        def stop = compare('messages.delivered', Expression.Relation.AT_LEAST, 3)
        def record = new RecordSpec(false, false, Optional.of(Span.millis(10)), SourcePlace.NOWHERE)

        when: 'a rumour goes around over links of 10 ms'
        def result = Simulation.of(scenario(
                stopWhen: stop, record: record, [at(1, put(new KeysSpec.Fresh(1)))]), RUMOURS)
                .inDetail().run()

        then: 'the third arrival is the end, for documents as well'
        result.ended() == seconds(1.03)
        result.snapshots()*.name().last() == 'end'
        result.snapshots()[-2].name() == 'at 1.03 s'
        result.metrics().series().every { it.seconds() <= 1.03d }
    }

    def 'a stop condition over a window may come to hold between two events, and the run ends there'() {
        given: 'a stop when no message was delivered for 2 s, though one was before'
        def quiet = new Expression.Logic(true, compare('messages.sent', Expression.Relation.AT_LEAST, 5),
                compare('puts.count', Expression.Relation.AT_LEAST, 1), SourcePlace.NOWHERE)
        def record = new RecordSpec(false, false, Optional.of(Span.seconds(1)), SourcePlace.NOWHERE)

        when: 'it is reached long before the next event'
        def result = Simulation.of(scenario(
                stopWhen: quiet, record: record, [at(1, put(new KeysSpec.Fresh(1))),
                at(9, put(new KeysSpec.Fresh(1)))]), RUMOURS).inDetail().run()

        then: 'nothing later is shown'
        result.ended() == seconds(1.04)
        result.snapshots()*.name() == ['at 0 s', 'at 1 s', 'end']
    }

    def 'snapshots are taken by name and at a steady pace, the end included'() {
        given: 'one named and one every 5 s'
        def record = new RecordSpec(false, false, Optional.of(Span.seconds(5)), SourcePlace.NOWHERE)
        def script = scenario(record: record,
                [at(1.005, put(new KeysSpec.Fresh(1))), at(1.01, new ActionSpec.Snapshot('on its way'))])

        when: 'it runs'
        def snapshots = Simulation.of(script, RUMOURS).run().snapshots()

        then: 'each has its name, its instant, everybody and what is in flight'
        snapshots*.name() == ['at 0 s', 'on its way', 'at 5 s', 'at 10 s']
        snapshots*.topology()*.time()*.toString() == ['0 s', '1.01 s', '5 s', '10 s']
        snapshots.every { it.topology().nodes().size() == 5 && it.topology().edges().size() == 5 }
        def transfer = snapshots[1].topology().transfers()[0]
        [transfer.type(), transfer.sent().toString(), transfer.due().toString()] ==
                ['Rumour', '1.005 s', '1.015 s']
        snapshots[0].topology().nodes()*.role().unique() == ['listener']
        snapshots[3].topology().nodes()*.role().unique() == ['gossip']
    }

    def 'a mark is the moment of its step: #name'() {
        given: 'an expectation that begins with the mark and fails at once'
        def never = new ExpectationSpec(
                new Temporal.Always(Optional.of(new Moment.Mark('here')), Optional.empty(), Optional.empty()),
                compare('peers.up', Expression.Relation.MORE, 99), 0, SourcePlace.NOWHERE)

        when: 'it runs'
        def verdict = Simulation.of(scenario(expect: [never], steps), RUMOURS).run().expectations()[0]

        then: 'it fails at that moment'
        verdict.verdict() == Verdict.FAIL
        verdict.at().get() == seconds(moment)

        where:
        name                          | steps                                                                             || moment
        'a step at an instant'        | [at(3, life(LifeVerb.CRASH, some(1)), 'here')]                                    || 3
        'the last peer one by one'    | [at(3, life(LifeVerb.CRASH, some(3), Span.seconds(1)), 'here')]                   || 5
        'the last key one by one'     | [at(3, put(new KeysSpec.Fresh(4), Span.seconds(1)), 'here')]                      || 6
        'the end of a fault'          | [during(3, 7, partition([new SelectorSpec.Minority()]), 'here')]                  || 7
        'the end of operations'       | [during(3, 6, put(new KeysSpec.Fresh(1), Span.seconds(1)), 'here')]               || 6
        'a fault that is healed'      | [during(3, 7, partition([new SelectorSpec.Minority()]), 'here'),
                                         at(5, new ActionSpec.Heal(
                                                 Optional.of('here')))]                                 || 5
        'a fault that begins'         | [at(3, partition([new SelectorSpec.Minority()]), 'here')]                         || 3
    }

    def 'peers may begin converged'() {
        when: 'the protocol gives them the state that joining would have led to'
        def simulation = Simulation.of(scenario(start: GroupSpec.Start.CONVERGED, []), RUMOURS)
        simulation.start()

        then: 'it is there before anything happens'
        simulation.view().peers().every { simulation.view().peer(it).values().heard == 1 }
    }

    def 'a scenario that asks for a protocol that is not there is refused'() {
        when: 'nobody offers it'
        Simulation.of(scenario(groups: [new GroupSpec(
                'p', 1, 'telepathy', [:], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)], []),
                RUMOURS).run()

        then: 'those that are there are named'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "no protocol 'telepathy'; there are rumours"
    }

    static ScenarioSpec eventful(long seed) {
        scenario(seed: seed, peers: 8, loss: Ratio.percent(5), options: [beat: Span.millis(700)],
                latency: new Distribution.Uniform(Span.millis(5), Span.millis(50)), [
                at(0, life(LifeVerb.JOIN, named('p8'), null, 'p1')),
                at(1, put(new KeysSpec.Fresh(5), Span.millis(100))),
                during(2, 9, get(new KeysSpec.AnyPut(), Span.millis(250))),
                during(3, 5, partition([new SelectorSpec.Minority()]), 'the cut'),
                at(4, life(LifeVerb.CRASH, some(2)), 'victims'),
                at(6, life(LifeVerb.RESTART, named('victims'), Span.millis(300))),
                at(7, life(LifeVerb.LEAVE, some(1)))])
    }

    static Expression compare(String metric, Expression.Relation relation, double value) {
        new Expression.Comparison(relation,
                new Expression.Metric(metric, Optional.empty(), SourcePlace.NOWHERE),
                new Expression.Constant(value, Unit.NUMBER, value.toString(), SourcePlace.NOWHERE),
                        SourcePlace.NOWHERE)
    }

    private static Map same(RunResult result) {
        [fingerprint: result.fingerprint(), verdict: result.verdict(), ended: result.ended(),
                events: result.events(),
         values: result.metrics().values().toString(), series: result.metrics().series(),
                 notes: result.notes(),
         snapshots: result.snapshots()]
    }

    private static String fingerprint(spec) {
        Simulation.of(spec, RUMOURS).run().fingerprint()
    }
}
