package peerlab.engine.network

import peerlab.engine.base.Bandwidth
import peerlab.engine.base.Distribution
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Span
import peerlab.engine.observe.RunEvent
import peerlab.engine.play.Wire
import spock.lang.Specification

import static peerlab.engine.network.Network.Stage.ACCESS
import static peerlab.engine.network.Network.Stage.FAULT
import static peerlab.engine.network.Network.Stage.PATH

/** Connections: what it costs to open them, how they are used, and when they close. */
class ConnectionsSpec extends Specification {

    Wire wire = new Wire(6)

    def setup() {
        wire.network.add(new LatencyRule(new Distribution.Fixed(Span.millis(20)), new RandomSource(1)), PATH)
    }

    def 'the first message waits #trips round trips, those that follow use the connection, both ways'() {
        given:
        wire.network.connectFirst(trips, Span.ZERO)

        when:
        wire.sendAt(0, 1, 2, 'first')
        wire.sendAt(1, 1, 2, 'second')
        wire.sendAt(500, 2, 1, 'back')
        wire.sendAt(501, 1, 3, 'elsewhere')
        wire.run()

        then:
        wire.fates() == [first: 40 * trips + 20, second: Math.max(40 * trips, 1) + 20, back: 520,
                         elsewhere: 501 + 40 * trips + 20]
        wire.value('connections.opened') == 2
        wire.network.connections() == 2

        where:
        trips << [0, 1, 2, 3]
    }

    def 'messages keep their order while they wait for a connection'() {
        given:
        wire.network.connectFirst(1, Span.ZERO)

        when:
        (1..5).each { wire.sendAt(it, it % 2 ? 1 : 2, it % 2 ? 2 : 1, "n$it") }
        wire.run()

        then: 'all leave when it stands, at 41 ms'
        wire.fates() == (1..5).collectEntries { ["n$it".toString(), 61] }
        wire.recorder.all(RunEvent.Delivered)*.message()*.name() == (1..5).collect { "n$it".toString() }
    }

    def 'a connection that nobody uses closes after its idle time, and has to be opened again'() {
        given:
        wire.network.connectFirst(1, Span.millis(100))

        when: 'it opens at 40 ms, is used at 90 ms and 150 ms, then not before 400 ms'
        wire.sendAt(0, 1, 2, 'a')
        wire.sendAt(90, 2, 1, 'b')
        wire.sendAt(150, 1, 2, 'c')
        wire.sendAt(400, 1, 2, 'd')
        def open = [:]
        [39, 41, 189, 249, 251, 399, 439, 441].each { instant ->
            wire.at(instant) { open[instant] = wire.network.connections() }
        }
        wire.run()

        then:
        open == [39: 0, 41: 1, 189: 1, 249: 1, 251: 0, 399: 0, 439: 0, 441: 1]
        wire.fates() == [a: 60, b: 110, c: 170, d: 460]
        wire.value('connections.opened') == 2
        wire.network.connections() == 0
    }

    def 'there is no connection to a peer that is down, and a peer that goes down loses its connections'() {
        given:
        wire.network.connectFirst(1, Span.ZERO)

        when: 'p2 is down from the start; p3 goes down with one connection open and another on its way'
        wire.down << 'p2'
        wire.sendAt(0, 1, 2, 'to one who is down')
        wire.sendAt(0, 1, 3, 'in time')
        wire.sendAt(90, 4, 3, 'too late')
        wire.at(100) {
            wire.down << 'p3'
            wire.network.wentDown(wire.peer(3))
        }
        def open = [:]
        [99, 101].each { instant -> wire.at(instant) { open[instant] = wire.network.connections() } }
        wire.at(200) { wire.down.remove('p3') }
        wire.sendAt(300, 1, 3, 'again')
        wire.run()

        then:
        wire.fates() == ['to one who is down': 'no connection: receiver is down', 'in time': 60,
                         'too late': 'no connection: p3 went down', again: 360]
        open == [99: 1, 101: 0]
        wire.value('connections.opened') == 2
    }

    def 'a handshake is stopped by whatever stops messages, and takes as long as they do'() {
        given:
        wire.network.connectFirst(2, Span.ZERO)
        wire.network.add({ if (it.to() == wire.peer(2)) it.drop('partition') } as LinkRule, FAULT)
        wire.network.add({ if (it.from() == wire.peer(3)) it.delayBy(5 * Wire.MILLI) } as LinkRule, FAULT)

        when: 'p1 calls p2, whom nothing reaches; p2 calls p1, whose answers are lost; p1 calls a slow p3'
        wire.sendAt(0, 1, 2, 'there')
        wire.sendAt(0, 2, 1, 'back')
        wire.sendAt(0, 1, 3, 'slow')
        wire.run()

        then:
        wire.fates() == [there: 'no connection: partition', back: 'no connection: partition', slow: 110]
        wire.value('connections.opened') == 1
    }

    def 'a handshake shifts no draw of a message'() {
        given: 'what messages draw without connections'
        def fates = { boolean connects ->
            def own = new Wire(4)
            own.network.add(new LatencyRule(new Distribution.Exponential(Span.millis(20)),
                    new RandomSource(3)), PATH)
            if (connects) {
                own.network.connectFirst(0, Span.ZERO)
            }
            (0..99).each { own.sendAt(it, 1 + it % 3, 4, "n$it") }
            own.run().fates()
        }

        expect: 'the same with them'
        fates(true) == fates(false)
    }

    def 'a peer that talks to itself needs no connection'() {
        given:
        wire.network.connectFirst(3, Span.ZERO)
        wire.sendAt(0, 1, 1, 'aside')

        expect:
        wire.run().fates() == [aside: 20]
        wire.network.connections() == 0
    }

    def 'a message waits for its connection first, and then for its line'() {
        given: 'a line of 1 Mbps, and a message to another peer that is quicker'
        wire.network.connectFirst(1, Span.ZERO)
        wire.network.uplinks().limit(wire.peer(1), new Bandwidth(1_000_000))
        wire.sendAt(0, 1, 2, 'warms up')
        wire.sendAt(100, 1, 3, 'waits to connect', 1_250)
        wire.sendAt(110, 1, 2, 'is connected', 1_250)

        expect: 'nobody waits for the line while it waits for a connection'
        wire.run().fates() == ['warms up': 60.8, 'is connected': 140, 'waits to connect': 170]
    }

    def 'what waits for a connection is in flight, and so is nothing in the end'() {
        given:
        wire.network.connectFirst(2, Span.ZERO)
        (1..3).each { wire.sendAt(it, 1, 2, "n$it") }

        expect:
        wire.runUntil(50).network.inFlight().size() == 3
        wire.run().network.inFlight().empty
    }

    def 'behind NAT a peer reaches others, and is reached by those whom it has called, for a while'() {
        given: 'p1 and p2 behind NAT, for 100 ms'
        hide(wire, [1, 2], 100)

        when:
        wire.sendAt(0, 3, 1, 'uncalled')
        wire.sendAt(25, 1, 3, 'call')
        wire.sendAt(50, 3, 1, 'answer')
        wire.sendAt(55, 4, 1, 'somebody else')
        wire.sendAt(105, 3, 1, 'just in time')
        wire.sendAt(106, 3, 1, 'too late')
        wire.sendAt(130, 1, 3, 'once more')
        wire.sendAt(150, 3, 1, 'open again')
        wire.sendAt(160, 1, 2, 'both hidden')
        wire.sendAt(200, 3, 4, 'both in the open')
        wire.run()

        then:
        def refused = 'receiver is behind NAT'
        wire.fates() == [uncalled: refused, call: 45, answer: 70, 'somebody else': refused,
                'just in time': 125,
                         'too late': refused, 'once more': 150, 'open again': 170, 'both hidden': refused,
                         'both in the open': 220]
    }

    def 'two peers behind NAT reach each other when both send before either hears'() {
        given:
        hide(wire, [1, 2], 1_000)

        when: 'p1 sends at 0 ms, p2 at 10 ms: each opens the way before the other message arrives'
        wire.sendAt(0, 1, 2, 'one')
        wire.sendAt(10, 2, 1, 'other')
        wire.sendAt(50, 1, 2, 'through the hole')
        wire.run()

        then:
        wire.fates() == [one: 20, other: 30, 'through the hole': 70]
    }

    def 'nobody connects to a peer behind NAT, but it connects to others, who then answer'() {
        given:
        hide(wire, [1], 1_000)
        wire.network.connectFirst(1, Span.ZERO)

        when:
        wire.sendAt(0, 2, 1, 'calls')
        wire.sendAt(10, 1, 3, 'is called')
        wire.sendAt(100, 3, 1, 'answers')
        wire.run()

        then:
        wire.fates() == [calls: 'no connection: receiver is behind NAT', 'is called': 70, answers: 120]
    }

    private static void hide(Wire wire, List<Integer> hidden, long mapping) {
        def nat = new Nat(PeerSet.of(hidden.collect { wire.peer(it) }, 6), Span.millis(mapping))
        wire.network.add(nat as LinkRule, ACCESS)
        wire.network.add(nat as Door)
    }
}
