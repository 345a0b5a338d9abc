package my

import peerlab.engine.base.PeerId
import peerlab.engine.base.Span
import peerlab.engine.protocol.workbench.Effect.Send
import peerlab.engine.protocol.workbench.Host
import spock.lang.Specification

import my.GossipPeer.Round
import my.GossipPeer.Rumour

class GossipSpec extends Specification {

    def a = PeerId.of(0)
    def b = PeerId.of(1)
    def host = new Host(a, new GossipPeer([b], 1, Span.millis(100)))

    def 'who hears a rumour passes it on, round after round'() {
        when: 'it arrives'
        host.receives(b, new Rumour('hi'))

        then: 'nothing is sent yet, but a round is due'
        host.sent == []
        host.timers.keySet() == [new Round()] as Set

        when: 'three rounds have passed'
        host.advance(Span.millis(300))

        then: 'it was told three times'
        host.sent == [new Send(b, new Rumour('hi'))] * 3
    }

    def 'who hears it again does not begin again'() {
        given: 'a peer in the middle of a round'
        host.receives(b, new Rumour('hi'))
        host.advance(Span.millis(50))

        expect: 'the second time nothing happens'
        host.receives(b, new Rumour('hi')) == []
    }

    def 'a client starts a rumour and is told at once'() {
        when:
        host.isAsked('tell', 'hi', null)

        then:
        host.answers == ['told']
    }
}
