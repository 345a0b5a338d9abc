package peerlab.reports.export.capture

import groovy.json.JsonSlurper
import peerlab.engine.protocol.WireFormat
import peerlab.reports.PeerList
import peerlab.reports.Runs
import peerlab.reports.Traces
import peerlab.reports.stored.Lines
import peerlab.reports.stored.PeerBook
import spock.lang.Specification

class CaptureSpec extends Specification {

    static final int SYN = 2
    static final int ACK = 16

    def "a message is a packet of its sender at the moment when it was sent, and leads back to its event"() {
        when:
        def udp = new Fixed(WireFormat.Carrier.UDP)
        def read = capture(Traces.small(), udp)

        then: 'one packet for each that was sent'
        read.packets*.peer == ['p1', 'p1', 'p2']
        read.packets*.nanos == [1_000_000, 1_000_000, 3_000_001]
        read.packets*.comment == ['event 5, caused by 4: Ask', 'event 6, caused by 4: Ask, lost',
                'event 8, caused by 5: Tell, counted as 7 bytes']
        read.packets*.from == ['10.0.0.1', '10.0.0.1', '10.0.0.2']
        read.packets*.to == ['10.0.0.2', '10.0.0.2', '10.0.0.1']
        read.packets.every { it.protocol == 17 && it.fromPort == 7 && it.toPort == 7 }
        new String(read.packets[2].payload) == 'Tell of p2'

        and: 'an interface for each peer that sent'
        read.interfaces == ['p1', 'p2']
    }

    def "over TCP, messages of two peers travel on one connection whose numbers fit together"() {
        when:
        def read = capture(Traces.small(), new Fixed(WireFormat.Carrier.TCP))

        then: 'a handshake, two questions, and the answer on the same connection'
        read.packets*.flags == [SYN, SYN | ACK, ACK, 24, 24, 24]
        read.packets*.sequence == [0, 0, 1, 1, 1 + 9, 1]
        read.packets*.acknowledged == [0, 1, 1, 1, 1, 1 + 18]
        read.packets.findAll { it.from == '10.0.0.1' }*.toPort.unique() == [7]
        read.packets.findAll { it.from == '10.0.0.2' }*.fromPort.unique() == [7]
    }

    def "what has a connection of its own closes it with the answer"() {
        when:
        def read = capture(Traces.small(), new Fixed(WireFormat.Carrier.TCP, 0, 3))

        then: 'handshake, two questions, the answer, and the end of both sides'
        read.packets*.flags == [SYN, SYN | ACK, ACK, 24, 24, 24, 17, 17, ACK]
    }

    def "what no format has words for is a request of HTTP with its fields as JSON"() {
        when:
        def read = capture(Traces.small(), null)
        def texts = read.packets.findAll { it.payload.length > 0 }.collect { new String(it.payload, 'UTF-8') }

        then:
        texts.size() == 3
        texts[0].startsWith('POST /Ask HTTP/1.1\r\nHost: p2\r\nContent-Type: application/json\r\n')
        def (head, body) = texts[0].split('\r\n\r\n') as List
        head.endsWith("Content-Length: ${body.getBytes('UTF-8').length}")
        new JsonSlurper().parseText(body) == [type: 'Ask', from: 'p1', to: 'p2', fields: [n: 1]]

        and: 'nobody knows what answers what, so each sends on a connection of its own'
        read.packets.count { it.flags == SYN } == 2
    }

    def "a message that is larger than a packet is parted, and confirmed before the window is full"() {
        given:
        def large = new Fixed(WireFormat.Carrier.TCP, 200_000)

        when:
        def read = capture(Traces.small(), large)
        def sent = [:].withDefault { 0L }
        def open = [:].withDefault { 0L }

        then: 'no side ever has more on its way than the other has room for'
        read.packets.every { packet ->
            sent[packet.from] = packet.sequence + packet.payload.length
            open[packet.from] = Math.max(open[packet.from], packet.acknowledged)
            sent[packet.from] - open[packet.to] <= 65_535
        }
        read.packets.findAll { it.from == '10.0.0.1' }.sum { it.payload.length } == 400_000
    }

    def "what is too large for a datagram goes over TCP"() {
        expect:
        capture(Traces.small(), new Fixed(WireFormat.Carrier.UDP, 70_000)).packets.every { it.protocol == 6 }
    }

    def "so many connections are kept; the one that was silent longest is closed for another"() {
        given: 'more pairs than are kept'
        def text = new StringBuilder()
        (1..50_001).each {
            text << """{"t":$it,"kind":"sent","id":$it,"cause":0,"from":"p1","to":"q$it","type":"A"}\n"""
        }

        when:
        def read = capture(Traces.lines(text.toString()), new Fixed(WireFormat.Carrier.TCP))

        then: 'the first is closed by both sides'
        read.packets.count { (it.flags & 1) == 1 } == 2
        read.packets.findAll { (it.flags & 1) == 1 }*.comment.unique() == ['a connection is closed']
    }

    def "nasty words are data, and nothing else"() {
        when:
        def read = capture(Traces.nasty(), null)
        def payload = new String(read.packets[-1].payload, 'UTF-8')
        def body = new JsonSlurper().parseText(payload.split('\r\n\r\n', 2)[1])

        then: 'whole in the body; one line without a control character in the comment and the name'
        body.type == Runs.NASTY
        body.fields == [(Runs.NASTY): Runs.NASTY]
        payload.split('\r\n')[0] ==~ /POST \/[A-Za-z0-9._-]+ HTTP\/1.1/
        (read.interfaces + read.packets*.comment).every { !(it =~ /[\p{Cntrl}\u2028\u202e]/) }
    }

    def "the same trace gives the same bytes, and an empty one a capture without packets"() {
        expect:
        bytes(Traces.small(), null) == bytes(Traces.small(), null)
        capture(Traces.lines(''), null).packets == []
    }

    private static Packets capture(Lines lines, WireFormat format) {
        Packets.of(bytes(lines, format))
    }

    private static byte[] bytes(Lines lines, WireFormat format) {
        def peers = new PeerBook([new PeerList.Entry('p1', 0, 'p', '', 'known', ''),
                new PeerList.Entry('p2', 1, 'p', '', 'known', 'abcd')])
        Traces.bytes {
            Capture.write(lines, peers, { Optional.ofNullable(it == 'known' ? format : null) }, it)
        }
    }

    /** A format of one port; what is called Tell is an answer. */
    static final class Fixed implements WireFormat {
        private final WireFormat.Carrier carrier
        private final int size

        private final long conversation

        Fixed(WireFormat.Carrier carrier, int size = 0, long conversation = 0) {
            this.carrier = carrier
            this.size = size
            this.conversation = conversation
        }

        @Override
        Optional<WireFormat.Packet> encode(WireFormat.Sighting message, WireFormat.Addresses addresses) {
            def text = "${message.type()} of ${message.from()}".padRight(size).bytes
            Optional.of(new WireFormat.Packet(carrier, 7, message.type() == 'Tell', conversation, text))
        }
    }
}
