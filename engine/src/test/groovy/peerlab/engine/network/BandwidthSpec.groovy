package peerlab.engine.network

import peerlab.engine.base.Bandwidth
import peerlab.engine.base.Bytes
import peerlab.engine.base.Distribution
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.play.Wire
import spock.lang.Specification

import static peerlab.engine.network.Network.Stage.FAULT
import static peerlab.engine.network.Network.Stage.PATH

/** Lines of limited bandwidth: how long messages take, and what happens to those behind them. */
class BandwidthSpec extends Specification {

    static final Bandwidth SLOW = new Bandwidth(1_000_000)
    static final Bandwidth FAST = new Bandwidth(10_000_000)

    Wire wire = new Wire()

    def setup() {
        wire.network.add(new LatencyRule(new Distribution.Fixed(Span.millis(20)), new RandomSource(1)), PATH)
    }

    def 'a transfer takes bits / up + latency + bits / down: #bytes bytes in #millis ms'() {
        given: 'a line of 1 Mbps up, one of 10 Mbps down'
        wire.network.uplinks().limit(wire.peer(1), SLOW)
        wire.network.downlinks().limit(wire.peer(2), FAST)

        when: 'a parcel is sent'
        wire.sendAt(5, 1, 2, 'parcel', bytes)
        wire.run()

        then: 'to the nanosecond'
        wire.fates().parcel == 5 + millis

        where:
        bytes     || millis
        125       || 1 + 20 + 0.1
        1_250     || 10 + 20 + 1
        1_048_576 || 8388.608 + 20 + 838.8608
        0         || 20
    }

    def 'a large message delays the small ones behind it, on its way out'() {
        given: 'a line of 1 Mbps'
        wire.network.uplinks().limit(wire.peer(1), SLOW)

        when: 'a parcel of 125,000 bytes, a second long, goes before two of a millisecond'
        wire.sendAt(0, 1, 2, 'large', 125_000)
        wire.sendAt(1, 1, 3, 'small', 125)
        wire.sendAt(2, 1, 2, 'last', 125)
        wire.sendAt(3, 2, 3, 'other', 125)
        wire.run()

        then: 'they wait, whomever they are for; what others send does not'
        wire.fates() == [large: 1020, small: 1021, last: 1022, other: 23]

        and: 'how long is measured'
        def waits = wire.metrics.values(false)['queues.wait']
        waits.count() == 3
        Math.abs(waits.max() - 0.999) < 1e-6
    }

    def 'messages of many senders queue before one receiver, in the order of their arrival'() {
        given: 'a narrow line down to p4, and different ways to it'
        wire.network.downlinks().limit(wire.peer(4), SLOW)
        wire.network.add({ it.delayBy((10 - it.from().index()) * Wire.MILLI) } as LinkRule, PATH)

        when: 'three send at once, 10 ms each'
        (1..3).each { wire.sendAt(0, it, 4, "from p$it", 1_250) }
        wire.run()

        then: 'the first to arrive, p3 after 28 ms, is the first to have crossed'
        wire.fates() == ['from p3': 38, 'from p2': 48, 'from p1': 58]
    }

    def 'what does not fit into a queue is lost'() {
        given: 'a line that keeps 2,500 bytes waiting'
        wire.network.uplinks().limit(wire.peer(1), SLOW)
        wire.network.uplinks().keep(wire.peer(1), new Bytes(2_500))
        wire.network.downlinks().limit(wire.peer(3), SLOW)
        wire.network.downlinks().keep(wire.peer(3), new Bytes(100))

        when: 'five are sent at once, and two arrive at once elsewhere'
        (1..5).each { wire.sendAt(0, 1, 2, "n$it", 1_250) }
        wire.sendAt(0, 2, 3, 'a', 1_250)
        wire.sendAt(0, 4, 3, 'b', 1_250)
        wire.run()

        then: 'one is on the line, two wait, two are lost; the second to arrive finds the queue too short'
        wire.fates() == [n1: 30, n2: 40, n3: 50, n4: "the sender's line is full",
                n5: "the sender's line is full",
                         a: 30, b: "the receiver's line is full"]
        wire.value('messages.sent') == 7
        wire.value('messages.dropped') == 3
    }

    def 'a line that is throttled in the middle of a message goes on with the rest of it at the new rate'() {
        given: 'a line of 10 Mbps'
        wire.network.uplinks().limit(wire.peer(1), FAST)

        when: 'a parcel of 100 ms meets 1 Mbps from 40 ms to 240 ms, with another behind it'
        wire.sendAt(0, 1, 2, 'parcel', 125_000)
        wire.sendAt(10, 1, 2, 'behind', 1_250)
        wire.at(40) { wire.network.uplinks().limit(wire.peer(1), SLOW) }
        wire.at(240) { wire.network.uplinks().release(wire.peer(1), SLOW) }
        wire.run()

        then: '40 ms at full rate, 200 ms for a fifth of the rest, 40 ms for what is left'
        wire.fates() == [parcel: 300, behind: 301]
    }

    def 'a peer without a limit of its own is as before when a throttle ends; what waited goes at once'() {
        when: 'p1 is held to 1 Mbps until 5 ms, while three parcels of 10 ms want to leave'
        wire.at(0) { wire.network.uplinks().limit(wire.peer(1), SLOW) }
        (1..3).each { wire.sendAt(1, 1, 2, "n$it", 1_250) }
        wire.at(5) { wire.network.uplinks().release(wire.peer(1), SLOW) }
        wire.sendAt(6, 1, 2, 'later', 1_250)
        wire.run()

        then: 'they leave when it ends, in their order, and the next one is not held up'
        wire.fates() == [n1: 25, n2: 25, n3: 25, later: 26]
        wire.recorder.all(peerlab.engine.observe.RunEvent.Delivered)*.message()*.name() == ['n1', 'n2', 'n3',
                'later']
    }

    def 'of several limits the least counts'() {
        given:
        def lines = wire.network.uplinks()

        when: 'limits overlap'
        lines.limit(wire.peer(1), FAST)
        wire.at(0) { lines.limit(wire.peer(1), SLOW) }
        wire.at(1) { lines.limit(wire.peer(1), new Bandwidth(500_000)) }
        wire.sendAt(2, 1, 2, 'narrowest', 125)
        wire.at(10) { lines.release(wire.peer(1), new Bandwidth(500_000)) }
        wire.sendAt(11, 1, 2, 'narrow', 125)
        wire.at(20) { lines.release(wire.peer(1), SLOW) }
        wire.sendAt(21, 1, 2, 'wide', 125)
        wire.run()

        then:
        wire.fates() == [narrowest: 24, narrow: 32, wide: 41.1]

        when: 'one is taken away that was never set'
        lines.release(wire.peer(1), SLOW)

        then:
        thrown(IllegalStateException)
    }

    def 'a message meets the network as it is when it leaves, not as it was when it was sent'() {
        given: 'a line on which the second parcel waits a second, and a partition from 500 ms to 1,500 ms'
        wire.network.uplinks().limit(wire.peer(1), SLOW)
        def cut = { it.drop('partition') } as LinkRule
        wire.at(500) { wire.network.add(cut, FAULT) }
        wire.at(1500) { wire.network.remove(cut) }

        when: 'three are sent before it, a second long each'
        (1..3).each { wire.sendAt(0, 1, 2, "n$it", 125_000) }
        wire.run()

        then: 'the first leaves within it, the others after it'
        wire.fates() == [n1: 'partition', n2: 2020, n3: 3020]
    }

    def 'a sender that goes down loses what has not left, and nothing else'() {
        given:
        wire.network.uplinks().limit(wire.peer(1), SLOW)

        when: 'it goes down while the second of three is on the line'
        (1..3).each { wire.sendAt(0, 1, 2, "n$it", 1_250) }
        wire.at(15) { wire.network.wentDown(wire.peer(1)) }
        wire.sendAt(16, 1, 2, 'after', 125)
        wire.run()

        then:
        wire.fates() == [n1: 30, n2: 'sender went down', n3: 'sender went down', after: 37]
    }

    def 'what waits for a line is in flight, and no longer when it has arrived'() {
        given: 'two lines, one behind the other'
        wire.network.uplinks().limit(wire.peer(1), SLOW)
        wire.network.downlinks().limit(wire.peer(2), SLOW)
        (1..3).each { wire.sendAt(0, 1, 2, "n$it", 1_250) }

        expect: 'three, whether they wait, are on a line or between'
        wire.runUntil(15).network.inFlight().size() == 3
        wire.runUntil(35).network.inFlight().size() == 3
        wire.runUntil(45).network.inFlight().size() == 2
        wire.run().network.inFlight().empty
        wire.fates() == [n1: 40, n2: 50, n3: 60]
    }

    def 'messages that come by chance wait as long as theory has it: a line that is #share % busy'() {
        given: 'messages of 1 ms, and pauses between them that are exponential: the queue M/D/1'
        def rho = share / 100
        def random = new RandomSource(seed)
        def pause = new Distribution.Exponential(Span.nanos((Wire.MILLI / rho) as long))
        wire.network.uplinks().limit(wire.peer(1), SLOW)
        long now = 0
        int count = 200_000
        count.times {
            now += pause.sampleNanos(random)
            wire.sendAt(now / Wire.MILLI, 1, 2, 'x', 125)
        }

        when:
        wire.run()
        def measured = wire.metrics.values(false)['queues.wait'].mean() * 1_000

        then: 'the mean wait is rho / (2 * (1 - rho)) of a service time (Pollaczek and Khinchine), within 5 %'
        def theory = rho / (2 * (1 - rho))
        Math.abs(measured - theory) <= 0.05 * theory

        where:
        share | seed
        30    | 1
        60    | 2
        80    | 3
    }
}
