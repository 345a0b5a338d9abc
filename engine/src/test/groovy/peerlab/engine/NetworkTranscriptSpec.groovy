package peerlab.engine

import static peerlab.engine.Transcript.kept
import static peerlab.engine.play.Scripts.*

import peerlab.engine.base.Bandwidth
import peerlab.engine.base.Distribution
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.spec.BandwidthSpec
import peerlab.engine.spec.BetweenSpec
import peerlab.engine.spec.ConnectionsSpec
import peerlab.engine.spec.FaultSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.LossSpec
import peerlab.engine.spec.MishapSpec
import peerlab.engine.spec.NatSpec
import peerlab.engine.spec.NetworkSpec
import peerlab.engine.spec.RegionSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/** What small networks say when something lies between the peers, or goes wrong there; see TranscriptSpec. */
class NetworkTranscriptSpec extends Specification {

    static final Bandwidth SLOW = new Bandwidth(8_000)

    def '#name: #sentence'() {
        given:
        def text = Transcript.of(sentence, script, RUMOURS, network)

        expect:
        text == kept("network/$name", text)

        where:
        name               | sentence                                                                     | network | script
        'drop-in-bursts'   | 'Messages are lost for a while, and then they are not.'                      | null    | beats(100, new FaultSpec.Drop(
                sentBy(named('p1')), Ratio.percent(50), Optional.of(Span.millis(300)), Optional.empty()))
        'delay'            | 'What p1 sends takes longer for a second.'                                   | null    | beats(400, new FaultSpec.Delay(
                sentBy(named('p1')), new Distribution.Uniform(Span.millis(100), Span.millis(300))))
        'duplicate'        | 'What p1 sends to p2 arrives twice; what p2 sends back does not.'            | null    | beats(500, new FaultSpec.Duplicate(
                sentBy(named('p1'), to: named('p2')), Ratio.ALL,
                        Optional.of(new Distribution.Fixed(Span.millis(5)))))
        'reorder'          | 'Messages of p1 fall behind, and those that it sends later overtake them.'   | null    | scenario(peers: 2, stop: 3,
                [during(1, 1.5, inject(new FaultSpec.Reorder(sentBy(named('p1')), Ratio.percent(50),
                        Optional.of(fixed(150))))),
                 at(1, put(new KeysSpec.Fresh(6), Span.millis(100), named('p1')))])
        'corrupt-noticed'  | 'What p1 sends changes on its way, and p2 notices.'                          | null    | beats(400, new FaultSpec.Corrupt(
                sentBy(named('p1')), Ratio.percent(50), false))
        'corrupt-unnoticed' | 'What p1 sends changes on its way, and p2 takes it for what p1 meant.'      | null    | scenario(peers: 3, stop: 5,
                [during(1, 3, inject(new FaultSpec.Corrupt(sentBy(named('p1')), Ratio.ALL, true))),
                 at(2, put(new KeysSpec.Fresh(2), null, named('p1'))), at(4, put(new KeysSpec.Fresh(1), null,
                         named('p1')))])
        'throttle'         | 'The lines of p1 carry a byte a millisecond for a while: what it sends queues up.' | null | scenario(peers: 2, stop: 3,
                [during(1, 1.1, inject(new FaultSpec.Throttle(named('p1'), SLOW))),
                 at(1.02, put(new KeysSpec.Fresh(4), Span.millis(10), named('p1'))),
                 at(2, put(new KeysSpec.Fresh(1), null, named('p1')))])
        'bandwidth'        | 'Two lines of a byte a millisecond, one behind the other.'                   | 'latency 10 ms, bandwidth 8 kbps up and down' | puts(
                network().withLines([new BandwidthSpec(Optional.of(SLOW), Optional.of(SLOW), Optional.empty(),
                        Optional.empty(), SourcePlace.NOWHERE)]))
        'connections'      | 'The first message between two waits for their connection, which closes when nobody uses it.' | 'latency 10 ms, connections of one round trip, closed after a second' | puts(
                network().with(new ConnectionsSpec(1, Optional.of(Span.seconds(1)))))
        'nat'              | 'A peer behind NAT is reached by whom it has called, and by nobody else.'    | 'latency 10 ms, p2 behind NAT for 2 s' | scenario(
                peers: 2, stop: 7, network: network().with(new NatSpec(named('p2'), Span.seconds(2))),
                [at(1, put(new KeysSpec.Fresh(1), null, named('p1'))), at(2, put(new KeysSpec.Fresh(1), null,
                        named('p2'))),
                 at(3, put(new KeysSpec.Fresh(1), null, named('p1'))), at(5, put(new KeysSpec.Fresh(1), null,
                         named('p1')))])
        'regions'          | 'Within a region messages are fast, between regions they are slow.'          | 'latency 10 ms; p1 p2 in eu, p3 p4 in us; eu us 100 ms, us to eu 150 ms' | scenario(
                peers: 4, stop: 3, network: network().withRegions(
                        [new RegionSpec('eu', new RegionSpec.Count(2)), new RegionSpec('us',
                                new RegionSpec.Count(2))],
                        [new BetweenSpec('eu', 'us', false, fixed(100)), new BetweenSpec('us', 'eu', true,
                                fixed(150))]),
                [at(1, put(new KeysSpec.Fresh(1), null, named('p1'))),
                 during(2, 3, partition([named('eu')])), at(2.5, put(new KeysSpec.Fresh(1), null,
                         named('p1')))])
        'mishaps'          | 'Copies, detours and bursts of loss as the network is, in a stream that keeps its order.' | 'latency 10 ms, order fifo, loss 20% in bursts of 100 ms, a third twice, a third late' | scenario(
                peers: 2, stop: 1, options: [beat: Span.millis(60)], network: network().inOrder(true)
                        .with(new LossSpec(Ratio.percent(20), Optional.of(Span.millis(100)),
                                Optional.empty()))
                        .duplicating(new MishapSpec(Ratio.percent(33), Optional.of(fixed(7))))
                        .reordering(new MishapSpec(Ratio.percent(33), Optional.of(fixed(100)))), [])
    }

    /** Two peers that greet each other, and a fault from 1 s on; its end, and a moment after. */
    private static beats(int every, FaultSpec fault, Number span = 1) {
        scenario(peers: 2, stop: 1 + span + 2.5 * every / 1000, options: [beat: Span.millis(every)],
                [during(1, 1 + span, inject(fault))])
    }

    /** Three peers that tell each other two rumours, and a third later. */
    private static puts(NetworkSpec network) {
        scenario(peers: 3, stop: 5, network: network,
                [at(1, put(new KeysSpec.Fresh(2), null, named('p1'))), at(4, put(new KeysSpec.Fresh(1), null,
                        named('p1')))])
    }

    private static Distribution fixed(long millis) {
        new Distribution.Fixed(Span.millis(millis))
    }
}
