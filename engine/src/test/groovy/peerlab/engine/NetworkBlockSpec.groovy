package peerlab.engine

import static peerlab.engine.check.Words.metric
import static peerlab.engine.play.Scripts.*

import peerlab.engine.base.Bandwidth
import peerlab.engine.base.Bytes
import peerlab.engine.base.Distribution
import peerlab.engine.base.LatencyMatrix
import peerlab.engine.base.Ratio
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Recorder
import peerlab.engine.spec.ActionSpec.LifeVerb
import peerlab.engine.spec.BandwidthSpec
import peerlab.engine.spec.ConnectionsSpec
import peerlab.engine.spec.CorruptSpec
import peerlab.engine.spec.JitterSpec
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.LatencySpec
import peerlab.engine.spec.LossSpec
import peerlab.engine.spec.MishapSpec
import peerlab.engine.spec.NatSpec
import peerlab.engine.spec.NetworkSpec
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification

/**
 * What a network block says, as a run carries it out: peers in a circle, who greet the next once a second.
 */
class NetworkBlockSpec extends Specification {

    def 'latency can be drawn anew, kept by pairs, measured, or follow from places'() {
        given:
        def times = times(network().with(latency), 60).values()

        expect: 'of each link, at each instant'
        times.every { it.toSet().size() == 1 } == isKept
        times.every { it.every { within.containsWithinBounds(it) } }

        where:
        latency                                                                                | isKept | within
        new LatencySpec.Drawn(uniform(20, 80), false)                                          | false  | 20d..80d
        new LatencySpec.Drawn(uniform(20, 80), true)                                           | true   | 20d..80d
        new LatencySpec.Measured('m.csv', new LatencyMatrix(2, [0, 7_000, 7_000, 0] as int[])) | true   | 7d..7d
        new LatencySpec.Plane('internet-2d', 0.5, Span.millis(10), Span.millis(70))            | true   | 0d..1000d
        new LatencySpec.Globe('globe', Span.millis(2), Span.millis(11))                        | true   | 2d..140d
    }

    def 'jitter comes on top, of each message anew'() {
        given:
        def times = times(network(10).with(jitter), 60).values().flatten()

        expect:
        times.toSet().size() > 100
        times.every { it >= 10 }
        times.max() < most

        where:
        jitter                                                      | most
        new JitterSpec.Drawn(uniform(0, 5))                         | 15
        new JitterSpec.Relative(Ratio.percent(10))                  | 15
        new JitterSpec.Tail(Span.micros(175), 1.4d, Ratio.percent(99)) | 90
    }

    def 'what can go wrong by chance goes wrong as often as is said: #what'() {
        given:
        def result = Simulation.of(script(network, 500), RUMOURS).run()
        def value = { result.metrics().values()["messages.$it".toString()].value() }

        expect: 'within four standard errors of two thousand messages'
        Math.abs(value(what) / value('sent') - share) <= 4 * Math.sqrt(share * (1 - share) / value('sent'))

        where:
        what         | share | network
        'dropped'    | 0.1d  | network().with(new LossSpec(Ratio.percent(10)))
        'duplicated' | 0.2d  | network().duplicating(new MishapSpec(Ratio.percent(20), Optional.empty()))
        'corrupted'  | 0.3d  | network().with(new CorruptSpec(Ratio.percent(30), false))
        'dropped'    | 0.3d  | network().with(new CorruptSpec(Ratio.percent(30), false))
        'corrupted'  | 0.05d | network().with(new CorruptSpec(Ratio.percent(5), true))
    }

    def 'a stream keeps its order, and without that some messages overtake others'() {
        given: 'detours of up to five seconds, where a message is sent each second'
        def network = network().reordering(new MishapSpec(Ratio.percent(30), Optional.of(uniform(0, 5_000))))
        def numbers = { NetworkSpec spec ->
            recorded(script(spec, 100)).all(RunEvent.Delivered).groupBy { it.from() }.values()
                    *.collect { it.message().value() }
        }

        expect:
        !numbers(network).every { it == it.toSorted() }
        numbers(network.inOrder(true)).every { it == it.toSorted() }
    }

    def 'lines are limited on whom it says, and of two that name one peer the later counts'() {
        given: 'a byte a millisecond for all, ten for p2, nothing said of what p3 receives'
        def lines = [line(8_000, 8_000, null), line(80_000, 80_000, named('p2')), line(80_000, null,
                named('p3'))]
        def times = times(network(10).withLines(lines), 2)

        expect: 'a greeting of 22 bytes: up, over, down'
        times == [p1: [22 + 10 + 2.2], p2: [2.2 + 10 + 22], p3: [2.2 + 10 + 22], p4: [22 + 10 + 22]]
    }

    def 'a queue that is short loses what does not fit'() {
        given: 'five rumours at once over a line that keeps fifty bytes waiting'
        def line = new BandwidthSpec(Optional.of(new Bandwidth(8_000)), Optional.empty(),
                Optional.of(new Bytes(50)),
                Optional.empty(), SourcePlace.NOWHERE)
        def recorder = recorded(scenario(peers: 2, network: network().withLines([line]),
                [at(1, put(new KeysSpec.Fresh(5), null, named('p1')))]))

        expect:
        recorder.all(RunEvent.Dropped).count { it.from().name() == 'p1' && it.reason() ==
                "the sender's line is full" } == 3
    }

    def 'connections are counted, and those of a peer that goes down are gone'() {
        given: 'five who greet the next, over connections that close after ten seconds'
        def open = [:]
        def recorder = new Recorder(look: { event, view ->
            if (event instanceof RunEvent.TimelineStep) {
                open[event.time().toString()] = view.reading(metric('connections.open'),
                        Optional.empty()).at(event.time().nanos())
            }
        })
        def result = Simulation.of(scenario(peers: 5, stop: 6, options: [beat: Span.seconds(1)],
                network: network().with(new ConnectionsSpec(1, Optional.of(Span.seconds(10)))),
                [at(2.5, life(LifeVerb.CRASH, named('p2'))), at(3.5, life(LifeVerb.RESTART, named('p2'))),
                 at(5.5, put(new KeysSpec.Fresh(1), null, named('p1')))]), RUMOURS).observedBy(recorder).run()

        expect: 'one for each neighbour'
        open == ['2.5 s': 5d, '3.5 s': 3d, '5.5 s': 5d]
        result.metrics().values()['connections.opened'].value() == 7

        and: 'while p2 is down nobody can connect to it'
        recorder.all(RunEvent.Dropped)*.reason() == ['no connection: receiver is down']
    }

    def 'peers behind NAT are as many as is said, the same each time'() {
        given: 'half of ten'
        def script = script(network().with(new NatSpec(new SelectorSpec.Share(Ratio.percent(50), ALL),
                Span.minutes(2))), 3, 10)
        def lost = recorded(script).all(RunEvent.Dropped)

        expect: 'what nobody called for to be lost, on the way to five'
        lost.every { it.reason() == 'receiver is behind NAT' }
        lost*.to().toSet().size() == 5
        lost == recorded(script).all(RunEvent.Dropped)
    }

    def 'the default network is unchanged: 50 ms, nothing lost'() {
        expect:
        times(NetworkSpec.DEFAULT, 3).values().flatten().toSet() == [50d] as Set
    }

    /** By sender: how long its messages took, in milliseconds. */
    private static Map<String, List<Double>> times(NetworkSpec network, int seconds) {
        def recorder = recorded(script(network, seconds))
        def sent = recorder.all(RunEvent.Sent).collectEntries { [it.id(), it.time().nanos()] }
        recorder.all(RunEvent.Delivered).groupBy { it.from().name() }
                .collectEntries { from, all -> [from,
                        all.collect { (it.time().nanos() - sent[it.id()]) / 1e6 }] }
    }

    private static script(NetworkSpec network, Number seconds, int peers = 4) {
        scenario(peers: peers, stop: seconds - 0.5, network: network, options: [beat: Span.seconds(1)], [])
    }

    private static Recorder recorded(script) {
        def recorder = new Recorder()
        Simulation.of(script, RUMOURS).observedBy(recorder).run()
        recorder
    }

    private static BandwidthSpec line(Long up, Long down, SelectorSpec who) {
        new BandwidthSpec(Optional.ofNullable(up).map { new Bandwidth(it) },
                Optional.ofNullable(down).map { new Bandwidth(it) },
                Optional.empty(), Optional.ofNullable(who), SourcePlace.NOWHERE)
    }

    private static Distribution uniform(long low, long high) {
        new Distribution.Uniform(Span.millis(low), Span.millis(high))
    }
}
