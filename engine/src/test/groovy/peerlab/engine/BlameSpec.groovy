package peerlab.engine

import static peerlab.engine.check.Words.compare
import static peerlab.engine.check.Words.metric
import static peerlab.engine.check.Words.number
import static peerlab.engine.play.Scripts.*

import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.check.Verdict
import peerlab.engine.kernel.Limits
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.ExpectationSpec
import peerlab.engine.spec.GroupSpec
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.SelectorSpec
import peerlab.engine.spec.Temporal
import spock.lang.Specification
import student.Trouble

class BlameSpec extends Specification {

    static final Protocols TROUBLE = new Protocols([new Trouble()])

    def 'a protocol that throws ends the run with a verdict: who, what, when and while doing what'() {
        when: 'p2 throws while it takes in a message'
        def result = run(trouble('throws'))

        then: 'the sentence says so'
        result.verdict() == Verdict.FAIL
        result.failure().get().kind() == RunFailure.Kind.PROTOCOL
        result.failure().get().sentence() ==
                'p2 threw IllegalStateException at 1.01 s while handling Note from p1'
        result.failure().get().at() == seconds(1.01)
        result.ended() == seconds(1.01)

        and: 'the detail is what was thrown, then the frames of the protocol and of nobody else'
        def detail = result.failure().get().detail()
        detail[0] == 'I cannot read poked'
        detail.size() > 1
        detail.tail().every { it.startsWith('at student.Trouble$Homework.onMessage(Trouble.groovy:') }
    }

    def 'what held until a run broke off is in doubt and earns nothing, and what failed has failed'() {
        given: 'expectations that hold, that fail at once, and one that nobody pays for'
        def always = new Temporal.Always(Optional.empty(), Optional.empty(), Optional.empty())
        def expect = [[5, 99], [5, 0], [0, 99]].collect { points, most ->
            new ExpectationSpec(always, compare(metric('peers.up'), '<', number(most)), points,
                    SourcePlace.NOWHERE)
        }

        when: 'p2 throws, long before the end'
        def result = run(trouble('throws', [at(1, poke())], expect))

        then: 'no points from that run, and each verdict says why'
        result.expectations()*.verdict() == [Verdict.INCONCLUSIVE, Verdict.FAIL, Verdict.INCONCLUSIVE]
        result.points() == 0
        result.expectations()*.cause()*.first() == [
                'it held until the run broke off at 1.01 s, and what breaks off earns nothing',
                'at 0 s peers.up was 3', 'it held until the run broke off at 1.01 s']
    }

    def 'whatever a protocol gets wrong (#kind) is its fault, in a sentence'() {
        when: 'it runs'
        def failure = run(trouble(kind), limits).failure().get()

        then: 'the verdict names the peer and what it did'
        failure.kind() == RunFailure.Kind.PROTOCOL
        failure.sentence() == sentence
        failure.detail()[0].contains(detail)
        def frames = failure.detail().dropWhile { !it.startsWith('at ') }
        !frames.empty
        frames.every { it.startsWith('at student.Trouble') }

        where:
        kind        | sentence                                                                      | detail
        'checked'   | 'p2 threw IOException at 1.01 s while handling Note from p1'                  | 'no network here'
        'assertion' | 'p2 threw PowerAssertionError at 1.01 s while handling Note from p1'          | 'other == null'
        'recursion' | 'p2 threw StackOverflowError at 1.01 s while handling Note from p1'           | ''
        'stranger'  | 'p2 threw IllegalArgumentException at 1.01 s while handling Note from p1'     | 'cannot send Note to p4712: no such peer takes part'
        'nobody'    | 'p2 threw IllegalArgumentException at 1.01 s while handling Note from p1'     | 'cannot send Note[text=hi] to null'
        'nothing'   | 'p2 threw IllegalArgumentException at 1.01 s while handling Note from p1'     | 'cannot send null to p3'
        'timer'     | 'p2 threw IllegalArgumentException at 1.01 s while handling Note from p1'     | 'cannot start the timer null'
        'cancel'    | 'p2 threw IllegalArgumentException at 1.01 s while handling Note from p1'     | 'cannot cancel the timer null'
        'answer'    | 'p2 threw IllegalArgumentException at 1.01 s while handling Note from p1'     | 'cannot answer the request null'
        'object'    | 'p2 threw IllegalArgumentException at 1.01 s while handling Note from p1'     | "the field 'content' holds a Object"
        'create'    | 'p2 threw IllegalStateException at 0 s while being set up'                    | 'I was never made'
        'start'     | 'p2 threw IllegalStateException at 0 s while starting'                        | 'I do not start'
        limits = Limits.DEFAULT
    }

    def 'a peer that throws when it is told to leave is named, whoever acted before it'() {
        when: 'p3 leaves'
        def failure = run(trouble('leave', [at(1, poke()), at(2, life(LifeVerb.LEAVE, named('p3')))]))
                .failure().get()

        then: 'it is p3, and the step that told it to'
        failure.sentence() == 'p3 threw IllegalStateException at 2 s while carrying out at 2 s leave p3'
    }

    def 'a protocol that throws when it is only looked at is at fault all the same'() {
        when: 'a snapshot asks every peer'
        def result = run(trouble(kind, [at(1, poke()), at(2, new ActionSpec.Snapshot('two'))]))

        then: 'the peer that threw is named'
        result.failure().get().sentence() ==
                "$peer threw IllegalStateException at 2 s while carrying out at 2 s snapshot two"

        where:
        kind         | peer
        'inspect'    | 'p1'
        'neighbours' | 'p1'
    }

    def 'a protocol that throws when the run is over and documents are made does not stop them'() {
        when: 'the last topology asks every peer'
        def result = Simulation.of(trouble('inspect'), TROUBLE).inDetail().run()

        then: 'there is a verdict and everything else'
        result.verdict() == Verdict.FAIL
        result.failure().get().sentence().startsWith('p1 threw IllegalStateException at 10 s')
        result.metrics().values()['messages.sent'].value() == 1
    }

    def 'a protocol that has nothing to show, or null in it, is no trouble'() {
        when: 'everything is looked at'
        def result = Simulation.of(trouble(kind, [at(1, poke()), at(2, new ActionSpec.Snapshot('two'))]),
                TROUBLE).inDetail().run()

        then: 'what there is is shown'
        result.verdict() == Verdict.PASS
        result.snapshots()[0].topology().nodes().every { it.role() == '' }
        result.snapshots()[0].topology().edges().size() == edges

        where:
        kind              | edges
        'null-inspect'    | 3
        'null-neighbours' | 0
        'none'            | 3
    }

    def 'a protocol that loops or floods reaches the limit #limit, which is a verdict'() {
        when: 'there is little that it may do'
        def result = run(trouble(kind), Limits.DEFAULT.with(limit, most))

        then: 'the limit, the instant and the remedy'
        def failure = result.failure().get()
        result.verdict() == Verdict.FAIL
        failure.kind() == RunFailure.Kind.LIMIT
        failure.sentence() == "limit '$limit' reached at $instant: $sentence"
        failure.detail().last() == "if the run is meant to be this large: --limit $limit=N"

        where:
        kind         | limit          | most          || instant  | sentence
        'zero-delay' | 'eventsAtOnce' | 1_000         || '1.01 s' | 'more than 1000 events happened without time moving on'
        'flood'      | 'queue'        | 1_000         || '1.1 s'  | 'more than 1000 events are pending'
        'flood'      | 'events'       | 500           || '1.09 s' | 'more than 500 events happened'
        'bytes'      | 'bytes'        | 100           || '1.08 s' | 'peers sent more than 100 bytes'
        'none'       | 'time'         | 500_000_000   || '0 s'    | 'virtual time reached 0.5 s'
    }

    def 'observers hear of a protocol that throws'() {
        given: 'somebody who listens'
        def recorder = new Recorder(interests: RunEvent.Kind.BROKEN.bit())

        when: 'it throws'
        Simulation.of(trouble('throws'), TROUBLE).observedBy(recorder).run()

        then: 'one event, with the frames, and the end'
        def broken = recorder.events.first() as RunEvent.Broken
        broken.peer().name() == 'p2'
        broken.exception() == 'IllegalStateException'
        broken.doing() == 'handling Note from p1'
        !broken.frames().empty
        recorder.isFinished
    }

    def 'what an observer throws is never blamed on a protocol, but thrown on'() {
        given: 'an observer that fails'
        def recorder = new Recorder(look: { event, view -> throw error })

        when: 'it hears of something'
        Simulation.of(trouble('none'), TROUBLE).observedBy(recorder).run()

        then: 'the very same comes out'
        def thrownOn = thrown(Throwable)
        thrownOn.is(error)

        where:
        error << [new IllegalStateException('disk full'), new IllegalArgumentException('no'),
                new IOException('disk full'),
                  new AssertionError('x' as Object)]
    }

    def 'what the engine throws of itself is thrown on, with whoever calls it not mistaken for a protocol'() {
        given: 'a step that asks for places, of a protocol that has none'
        def nowhere = new SelectorSpec.Closest(1, 'key-1')
        def simulation = Simulation.of(trouble('none', [at(1, life(LifeVerb.CRASH, nowhere))]), TROUBLE)

        when: 'it comes to that step'
        simulation.run()

        then: 'no verdict, but the error itself'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == 'this protocol gives keys no place among its peers'
    }

    private static RunResult run(ScenarioSpec spec, Limits limits = Limits.DEFAULT) {
        Simulation.of(spec, TROUBLE).limitedBy(limits).run()
    }

    private static ScenarioSpec trouble(String kind, List steps = [at(1, poke())], List expect = []) {
        scenario(expect: expect, groups: [new GroupSpec(
                'p', 3, 'trouble', [kind: kind], GroupSpec.Start.FRESH, SourcePlace.NOWHERE)], steps)
    }

    private static ActionSpec poke() {
        new ActionSpec.Operate('poke', Optional.empty(), Optional.of(named('p1')), Optional.empty(),
                Optional.empty(), [:])
    }
}
