package peerlab.cache.ring

import java.nio.ByteBuffer

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.WireFormat
import peerlab.reports.trace.EventLines
import spock.lang.Specification

/** The layout is that of memcached's own description of its binary protocol. */
class MemcachedFormatSpec extends Specification {

    static final CacheKey KEY = new CacheKey('key-17', 0)

    def "#message.class.simpleName is encoded as long as it was counted: #opcode, status #status"() {
        when:
        def packet = encoded(message).get()
        def bytes = ByteBuffer.wrap(packet.payload())
        int keyLength = bytes.getShort(2)
        int extras = bytes.get(4)
        int body = bytes.getInt(8)

        then:
        packet.payload().length == Memcached.size(message)
        [packet.carrier(), packet.port(), packet.isAnswer()] == [WireFormat.Carrier.TCP, 11211, answer]
        bytes.get(0) == (byte) (answer ? 0x81 : 0x80)
        bytes.get(1) == opcode
        bytes.getShort(6) == status
        bytes.getInt(12) == 258
        body == packet.payload().length - 24
        new String(packet.payload(), 24 + extras, keyLength) == key
        new String(packet.payload(), 24 + extras + keyLength, body - extras - keyLength) == value

        where:
        message                                || answer | opcode | status | key      | value
        new Get(258, KEY)                      || false  | 0      | 0      | 'key-17' | ''
        new Found(258, item('v', 4))           || true   | 0      | 0      | ''       | 'v   '
        new Absent(258)                        || true   | 0      | 1      | ''       | ''
        new Set(258, KEY, item('long', 2), null, false) || false | 1 | 0     | 'key-17' | 'lo'
        new Set(258, KEY, item('v', 1), PeerId.of(3), true) || false | 1 | 0 | 'key-17' | 'v'
        new Busy(258, true)                    || true   | 1      | 0x85   | ''       | ''
        new Busy(258, false)                   || true   | 0      | 0x85   | ''       | ''
        new Stored(258, Keeping.KEPT)          || true   | 1      | 0      | ''       | ''
        new Stored(258, Keeping.TOO_LARGE)     || true   | 1      | 3      | ''       | ''
        new Stored(258, Keeping.REFUSED)       || true   | 1      | 5      | ''       | ''
    }

    def "a value that is larger than a packet is cut, and a key that is longer than memcached takes"() {
        expect:
        encoded(new Found(1, item('v', 1_000_000))).get().payload().length == 24 + 4 + 1_024
        encoded(new Get(1, new CacheKey('k' * 300, 1))).get().payload().length == 24 + 250
    }

    def "members and digests memcached has no words for"() {
        expect:
        encoded(new Digest(5)).empty
        encoded(new Hello(1, new RingMember(PeerId.of(0), 'ring', false, 1, false))).empty
        encoded(new Members(1, [])).empty
    }

    private static Optional<WireFormat.Packet> encoded(Message message) {
        def sent = new RunEvent.Sent(SimTime.ZERO, 1, 0, PeerId.of(0), PeerId.of(1), message,
                Memcached.size(message))
        def line = new EventLines().of(sent, null)
        new MemcachedFormat().encode(new WireFormat.Sighting('p1', 'p2', message.type(),
                line.whole('bytes').get(), line.fields()), null)
    }

    private static Item item(Object value, long size) { new Item(value, size, SimTime.ZERO, PeerId.of(0)) }
}
