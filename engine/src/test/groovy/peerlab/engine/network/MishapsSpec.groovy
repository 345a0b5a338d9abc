package peerlab.engine.network

import static peerlab.engine.base.Span.millis
import static peerlab.engine.network.Network.Stage.ORDER
import static peerlab.engine.network.Network.Stage.PATH

import org.apache.commons.statistics.distribution.UniformContinuousDistribution
import org.apache.commons.statistics.inference.ChiSquareTest
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest
import peerlab.engine.base.Distribution
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Wire
import spock.lang.Specification

/**
 * What can happen to a message by chance: copies, detours, changes, losses; and streams, which keep order.
 */
class MishapsSpec extends Specification {

    static final int COUNT = 10_000

    Wire wire = new Wire()

    def setup() {
        wire.network.add(new LatencyRule(new Distribution.Fixed(millis(20)), new RandomSource(1)), PATH)
    }

    def 'of one message in ten a copy arrives as well, so much later than itself'() {
        given:
        wire.network.add(new DuplicateRule(Ratio.percent(10), new Distribution.Uniform(millis(10),
                millis(30)),
                new RandomSource(seed)), PATH)
        def arrivals = sent()

        expect: 'a tenth of them twice, and none more often'
        share(arrivals.count { it.value.size() == 2 }, 0.1)
        arrivals.every { it.value.size() in 1..2 && it.value[0] == 20 }
        wire.value('messages.duplicated') == arrivals.count { it.value.size() == 2 }

        and: 'the copies by their law'
        fits(arrivals.values().findAll { it.size() == 2 }.collect { it[1] - it[0] }, 10, 30)

        where:
        seed << [1, 2]
    }

    def 'one message in five takes a detour and is overtaken by those that are sent behind it'() {
        given:
        wire.network.add(new ReorderRule(Ratio.percent(20), new Distribution.Uniform(Span.ZERO, millis(100)),
                new RandomSource(seed)), PATH)
        def arrivals = sent()

        expect:
        def late = arrivals.values().collect { it[0] - 20 }.findAll { it > 0 }
        share(late.size(), 0.2)
        fits(late, 0, 100)

        and: 'most of them arrive behind others, sent every 4 ms, that left after them'
        def order = wire.recorder.all(RunEvent.Delivered)*.message()*.name()*.toInteger()
        order != order.toSorted()
        order.toSorted() == (0..<COUNT).toList()

        where:
        seed << [1, 2]
    }

    def 'a change that the receiver notices loses the message where it arrives'() {
        given:
        wire.network.add(new CorruptRule(Ratio.percent(5), false, new RandomSource(seed)), PATH)
        def arrivals = sent()

        expect:
        def lost = wire.recorder.all(RunEvent.Dropped)
        share(lost.size(), 0.05)
        lost*.reason().toSet() == ['corrupt'] as Set
        lost.every { it.time().nanos() - it.message().name().toInteger() * 4 * Wire.MILLI == 20 * Wire.MILLI }
        wire.value('messages.corrupted') == lost.size()
        wire.value('messages.delivered') == COUNT - lost.size()
        arrivals.size() == COUNT - lost.size()

        where:
        seed << [1, 2]
    }

    def 'a change that nobody notices arrives as another message'() {
        given: 'a wire that turns a name around'
        wire.changes = { message -> new Wire.Parcel('changed', message.bytes()) }
        wire.network.add(new CorruptRule(Ratio.percent(5), true, new RandomSource(seed)), PATH)
        def arrivals = sent()

        expect:
        share(arrivals.changed.size(), 0.05)
        wire.value('messages.corrupted') == arrivals.changed.size()
        wire.value('messages.delivered') == COUNT
        wire.value("messages['Parcel'].delivered") == COUNT

        where:
        seed << [1, 2]
    }

    def 'what cannot be changed unnoticed is noticed'() {
        given: 'a wire on which no message can become another'
        wire.network.add(new CorruptRule(Ratio.ALL, true, new RandomSource(1)), PATH)
        wire.sendAt(0, 1, 2, 'x')
        wire.run()

        expect:
        wire.fates() == [x: 'corrupt']
    }

    def 'a copy of a changed message is changed as well'() {
        given:
        wire.changes = { new Wire.Parcel('changed', 1) }
        wire.network.add(new CorruptRule(Ratio.ALL, unnoticed, new RandomSource(1)), PATH)
        wire.network.add(new DuplicateRule(Ratio.ALL, new Distribution.Fixed(millis(5)), new RandomSource(2)),
                PATH)
        wire.sendAt(0, 1, 2, 'x')
        wire.run()

        expect:
        wire.fates() == fates
        wire.value('messages.dropped') == dropped
        wire.value('messages.corrupted') == 1

        where:
        unnoticed || fates          | dropped
        true      || [changed: 25]  | 0
        false     || [x: 'corrupt'] | 2
    }

    def 'a stream keeps its order however latencies vary, and holds up no other stream'() {
        given: 'latencies between 1 and 200 ms, and messages every millisecond'
        wire.network.add(new DelayRule(new Distribution.Uniform(millis(1), millis(200)),
                new RandomSource(seed)), PATH)
        wire.network.add(new OrderRule(), ORDER)
        (0..<2_000).each { wire.sendAt(it, it % 3 + 1, 4, "$it") }
        wire.run()

        when: 'what arrived, and when'
        def arrived = wire.recorder.all(RunEvent.Delivered)
        def bySender = arrived.groupBy { it.from() }

        then: 'in order by sender, and not over senders'
        bySender.size() == 3
        bySender.values().every { def n = it*.message()*.name()*.toInteger(); n == n.toSorted() }
        def all = arrived*.message()*.name()*.toInteger()
        all != all.toSorted()

        and: 'as late as the latest of its link so far would have it, and no later'
        def free = new Wire()
        free.network.add(new LatencyRule(new Distribution.Fixed(millis(20)), new RandomSource(1)), PATH)
        free.network.add(new DelayRule(new Distribution.Uniform(millis(1), millis(200)),
                new RandomSource(seed)), PATH)
        (0..<2_000).each { free.sendAt(it, it % 3 + 1, 4, "$it") }
        def loose = free.run().fates()
        def fates = wire.fates()
        (0..2).every { sender ->
            def latest = 0
            (sender..<2_000).step(3).every {
                latest = Math.max(latest as double, loose["$it".toString()] as double)
                fates["$it".toString()] == latest
            }
        }

        where:
        seed << [1, 2]
    }

    def 'the copies of a message in a stream arrive before whatever is sent after it'() {
        given: 'a copy of each message, and latencies that vary'
        wire.network.add(new DelayRule(new Distribution.Uniform(millis(1), millis(200)),
                new RandomSource(1)), PATH)
        wire.network.add(new DuplicateRule(Ratio.ALL, new Distribution.Uniform(millis(0), millis(50)),
                new RandomSource(2)), PATH)
        wire.network.add(new DuplicateRule(Ratio.percent(30), new Distribution.Fixed(millis(20)),
                new RandomSource(3)), PATH)
        wire.network.add(new OrderRule(), ORDER)

        when: 'many are sent'
        (0..<1_000).each { wire.sendAt(it, 1, 2, "$it") }
        wire.run()
        def arrived = wire.recorder.all(RunEvent.Delivered)*.message()*.name()*.toInteger()

        then: 'each comes twice or three times, and none after the next one'
        arrived.countBy { it }.values().toSet() == [2, 3] as Set
        arrived == arrived.toSorted()
    }

    def 'what chance does to a message in one way says nothing about another'() {
        given: 'three things that happen to one in three'
        def third = new Ratio(1 / 3d)
        wire.network.add(new CorruptRule(third, false, new RandomSource(seed).stream('corrupt')), PATH)
        wire.network.add(new DuplicateRule(third, new Distribution.Fixed(Span.ZERO),
                new RandomSource(seed).stream('duplicate')), PATH)
        wire.network.add(new ReorderRule(third, new Distribution.Fixed(millis(1)),
                new RandomSource(seed).stream('reorder')), PATH)
        sent()

        when: 'they are counted together'
        def ends = [:].withDefault { [] }
        wire.recorder.events.findAll { it instanceof RunEvent.Delivered || it instanceof RunEvent.Dropped }
                .each { ends[it.message().name()] << it }
        long[] counts = new long[8]
        ends.each { name, all ->
            def late = all[0].time().nanos() - name.toInteger() * 4 * Wire.MILLI > 20 * Wire.MILLI
            counts[(all[0] instanceof RunEvent.Dropped ? 4 : 0) + (all.size() == 2 ? 2 : 0) + (late ? 1 :
                    0)]++
        }
        double[] expected = (0..7).collect { i ->
            (0..2).inject(COUNT as double) { p, bit -> p * ((i >> bit & 1) ? 1 / 3d : 2 / 3d) }
        }

        then:
        ChiSquareTest.withDefaults().test(expected, counts).getPValue() > 1e-3

        where:
        seed << [1, 2, 3]
    }

    def 'losses in bursts are as many as losses one by one, and lie together'() {
        given:
        wire.network.add(new BurstLossRule(Ratio.percent(5), millis(40), within, new RandomSource(seed)),
                PATH)
        sent()

        when: 'losses, and runs of losses; a message every 4 ms'
        def lost = wire.recorder.all(RunEvent.Dropped)*.message()*.name()*.toInteger() as Set
        int runs = lost.count { !(it - 1 in lost) }

        then: 'the share, over about fifty bad times of ten messages: its standard error is a fifth of it'
        wire.recorder.all(RunEvent.Dropped).every { it.reason() == 'loss' }
        Math.abs(lost.size() / COUNT - 0.05) < 0.04

        and: 'a message after a lost one is lost as a rule where all of a bad time is'
        within == Ratio.ALL ? lost.size() / runs > 5 : lost.size() / runs < 3

        where:
        seed | within
        1    | Ratio.ALL
        2    | Ratio.ALL
        3    | Ratio.percent(50)
    }

    /** Messages every 4 ms; when each arrived, in milliseconds after it was sent. */
    private Map<String, List> sent() {
        (0..<COUNT).each { wire.sendAt(4 * it, 1, 2, "$it") }
        wire.run()
        def arrivals = [:].withDefault { [] }
        def at = wire.recorder.all(RunEvent.Sent).collectEntries { [it.id(), it.time().nanos()] }
        wire.recorder.all(RunEvent.Delivered).each {
            def name = it.message().name()
            def sentAt = name.isInteger() ? name.toInteger() * 4 * Wire.MILLI : at[it.id()]
            arrivals[name] << (it.time().nanos() - sentAt) / Wire.MILLI
        }
        arrivals
    }

    private static boolean share(Number count, double share) {
        assert Math.abs(count / COUNT - share) <= 4 * Math.sqrt(share * (1 - share) / COUNT)
        true
    }

    private static boolean fits(List times, double low, double high) {
        def law = UniformContinuousDistribution.of(low, high)
        KolmogorovSmirnovTest.withDefaults().test(times as double[], { double x ->
                law.cumulativeProbability(x) })
                .getPValue() > 1e-3
    }
}
