package peerlab.engine.fault

import static peerlab.engine.Transcript.kept
import static peerlab.engine.play.Scripts.*

import peerlab.engine.Transcript
import peerlab.engine.base.Distribution
import peerlab.engine.base.Drift
import peerlab.engine.base.Offset
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.spec.ActionSpec
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.Between
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.FaultSpec.Direction
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.Lives
import peerlab.engine.spec.ScenarioSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** What small networks say while something is wrong with their peers. See {@link Transcript}. */
class PeerFaultTranscriptSpec extends Specification {

    def '#name: #sentence'() {
        given: 'what the network says'
        def text = Transcript.of(sentence, script, RUMOURS)

        expect: 'what it said when somebody read it'
        text == kept(name, text)

        where:
        name                | sentence                                                                              | script
        'pause'             | 'A paused peer is up and silent; then all that has gathered comes at once.'           | beats([during(0.9, 2.6, fault(new FaultSpec.Pause(named('p2'))))])
        'slow'              | 'A slow peer takes in everything later, in order.'                                    | beats([during(0.9, 2.1, fault(new FaultSpec.Slow(named('p2'), millis(150))))])
        'isolate-in'        | 'Nothing reaches a peer that is cut off inwards, and others still hear it.'           | beats([during(0.9, 2.1, fault(new FaultSpec.Isolate(named('p2'), Direction.IN)))])
        'isolate-out'       | 'Nothing gets out of a peer that is cut off outwards, and it still hears others.'     | beats([during(0.9, 2.1, fault(new FaultSpec.Isolate(named('p2'), Direction.OUT)))])
        'isolate'           | 'A peer that is cut off both ways is up, alone, and does not know it.'                | beats([during(0.9, 2.1, fault(new FaultSpec.Isolate(named('p2'), Direction.BOTH)))])
        'partition-one-way' | 'One way: p1 does not get through to p2, while p3 gets through to p1.'                | beats([during(0.9, 2.1, partition([named('p1')], true))])
        'partition-bridge'  | 'A bridge reaches both sides of a partition.'                                         | beats([during(0.9, 2.1, partition([named('p1'), named('p2'), named('p3')], false, 'p2'))])
        'partition-groups'  | 'Of three sides none reaches another.'                                                | beats([during(0.9, 2.1, partition([named('p1'), named('p2'), named('p3')]))])
        'flapping'          | 'A partition that flaps comes and goes, and is gone when it is over.'                 | beats([during(0.9, 3.6, flapping)])
        'skew'              | 'A clock that is wrong shows it; timers that count how much time passes run on.'      | beats([during(0.9, 2.1, fault(new FaultSpec.Skew(named('p2'), Between.just(new Offset(-300_000_000)), Between.just(Drift.NONE))))])
        'drift'             | 'The timers of a clock that runs twice as fast run out in half of the time.'          | beats([during(1, 2, fault(new FaultSpec.Skew(named('p2'), Between.just(Offset.NONE), Between.just(new Drift(1_000_000)))))])
        'churn'             | 'Peers come and go; when it is over, who is away comes back in its time.'             | beats([during(0.9, 3, fault(new FaultSpec.Churn(named('p2'), lives, Optional.empty(), Ratio.NONE, true, false)))])
        'churn-graceful'    | 'Who goes with a goodbye joins afresh when it comes back.'                            | beats([during(0.9, 3, fault(new FaultSpec.Churn(named('p2'), lives, Optional.of(named('p3')), Ratio.ALL, true, false)))])
        'churn-trace'       | 'Peers come and go as somebody recorded it.'                                          | beats([during(0.9, 3, fault(new FaultSpec.Churn(ALL, recorded)))])
        'wipe'              | 'What a peer has saved is lost; a restart finds nothing.'                             | scenario(peers: 3, stop: 5, [
                at(1, put(new KeysSpec.Fresh(1), null, named('p1'))), at(2, life(LifeVerb.CRASH,
                        named('p2'))),
                at(3, life(LifeVerb.WIPE, named('p2'))), at(4, life(LifeVerb.RESTART, named('p2'))),
                at(4.5, get(new KeysSpec.AnyPut(), null, ALL))])
        'leave'             | 'Who leaves is down as one that crashes; who joins again begins afresh.'              | scenario(peers: 3, stop: 5, [
                at(1, put(new KeysSpec.Fresh(1), null, named('p1'))), at(2, life(LifeVerb.LEAVE, named('p2')),
                        'the goodbye'),
                at(2.5, get(new KeysSpec.AnyPut(), null, named('p2'))), at(4, life(LifeVerb.JOIN,
                        named('p3'))),
                at(4.5, get(new KeysSpec.AnyPut(), null, ALL))])
    }

    private static ScenarioSpec beats(List timeline) {
        scenario(peers: 3, stop: 3.7, options: [beat: Span.millis(700)], timeline)
    }

    private static ActionSpec fault(FaultSpec spec) {
        new ActionSpec.Inject(spec, Optional.empty())
    }

    private static ActionSpec getFlapping() {
        fault(new FaultSpec.Partition([named('p1'), new SelectorSpec.Others()], false, Optional.empty(),
                Optional.of(new Distribution.Exponential(Span.millis(500)))))
    }

    private static Lives getLives() {
        Lives.Drawn.of(millis(800), millis(400))
    }

    private static Lives getRecorded() {
        new Lives.Recorded('trace lives.csv', [[500, 'p2', true], [600, 'p1', false], [1_200, 'p1', true],
                [1_500, 'p2', false], [1_500, 'p3', false], [3_100, 'p3', true]].collect {
            new Lives.Change(Span.millis(it[0]), it[1], it[2])
        })
    }

    private static Distribution millis(int millis) {
        new Distribution.Fixed(Span.millis(millis))
    }
}
