package peerlab.kademlia

import java.nio.charset.StandardCharsets

import com.dampcake.bencode.Bencode
import com.dampcake.bencode.Type
import peerlab.engine.base.Bytes
import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.observe.RunEvent
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Payload
import peerlab.engine.protocol.WireFormat
import peerlab.reports.trace.EventLines
import spock.lang.Specification

/** Read back by a bencoder that others wrote. */
class KrpcFormatSpec extends Specification {

    static final Key KEY = new Key(1, 2, 3)

    def "#message.class.simpleName is encoded from what a trace keeps of it, as long as it was counted"() {
        when:
        def packet = packet(message)
        def text = new String(packet.payload(), StandardCharsets.ISO_8859_1)
        def read = new Bencode(StandardCharsets.ISO_8859_1).decode(packet.payload(), Type.DICTIONARY)

        then:
        packet.payload().length == Krpc.size(message)
        [packet.carrier(), packet.port(), packet.isAnswer()] ==
                [WireFormat.Carrier.UDP, 6881, answer]
        read.t == '\u0001\u0002'
        (answer ? read.r : read.a).id == '\u00aa' * 20
        read.q == query

        and: 'the keys of a dictionary are in order, and nothing follows'
        text.startsWith(answer ? 'd1:rd' : 'd1:ad')
        text.endsWith(answer ? '1:y1:re' : '1:y1:qe')

        where:
        message                              || answer | query
        new Ping(258)                        || false  | 'ping'
        new Pong(258)                        || true   | null
        new FindNode(258, KEY)               || false  | 'find_node'
        new Nodes(258)                       || true   | null
        new Nodes(258, contacts(8))          || true   | null
        new FindValue(258, KEY)              || false  | 'get'
        new ValueFound(258, item('Gruß'))    || true   | null
        new Store(258, KEY, item('v' * 12), false) || false | 'put'
        new Store(258, KEY, item('v'), true) || false  | 'put'
        new Stored(258)                      || true   | null
        new ValueFound(258, item(new Payload('v', new Bytes(1000)))) || true | null
        new ValueFound(258, item(new Payload('longer than it is taken to be', new Bytes(9)))) || true | null
    }

    def "targets, contacts and values are what they were"() {
        given:
        def decode = { Message m -> new Bencode(StandardCharsets.ISO_8859_1)
                .decode(packet(m).payload(), Type.DICTIONARY) }

        when:
        def nodes = decode(new Nodes(1, contacts(2))).r.nodes.getBytes('ISO-8859-1')

        then: 'a contact is its id, its address and its port, 26 bytes'
        decode(new FindNode(1, KEY)).a.target.getBytes('ISO-8859-1').encodeHex().toString() == KEY.toString()
        nodes.length == 52
        nodes[0..19].every { it == (byte) 0xaa }
        nodes[20..25] as byte[] == [10, 0, 0, 1, 0x1a, 0xe1] as byte[]
        nodes[46..49] as byte[] == [10, 0, 0, 2] as byte[]
        decode(new ValueFound(1, item(new Payload('v', new Bytes(4))))).r.v == 'v   '
    }

    def "a longer value than fits into one packet is cut, and what Kademlia does not know is left"() {
        given:
        def large = new Store(1, KEY, item(new Payload('v', new Bytes(1_000_000))), false)

        expect:
        packet(large).payload().length < 1_500
        new KrpcFormat().encode(new WireFormat.Sighting('p1', 'p2', 'Rumour', 8, [:]), addresses()).empty
    }

    def "fields that are not what they should be make a whole message all the same"() {
        expect:
        ['FindNode', 'FindValue', 'Store', 'Ping', 'Nodes', 'ValueFound', 'Stored', 'Pong'].every { type ->
            [[:], [target: 'x', key: 5L, contacts: 'none', value: null, call: 'x', isCached: 3L]].every {
                def bytes = new KrpcFormat().encode(
                        new WireFormat.Sighting('p1', 'p2', type, 0, it), addresses()).get().payload()
                new Bencode(StandardCharsets.ISO_8859_1).decode(bytes, Type.DICTIONARY).y in ['q', 'r']
            }
        }
    }

    private static WireFormat.Packet packet(Message message) {
        def sent = new RunEvent.Sent(SimTime.ZERO, 1, 0, PeerId.of(0), PeerId.of(1), message,
                Krpc.size(message))
        def line = new EventLines().of(sent, null)
        new KrpcFormat().encode(new WireFormat.Sighting('p1', 'p2', message.type(),
                line.whole('bytes').get(), line.fields()), addresses()).get()
    }

    private static WireFormat.Addresses addresses() {
        new WireFormat.Addresses() {
            @Override
            byte[] address(String peer) {
                [10, 0, 0, peer.substring(1) as int] as byte[]
            }

            @Override
            String identity(String peer) {
                'aa' * 20
            }
        }
    }

    private static Contact[] contacts(int count) {
        (0..<count).collect { new Contact(PeerId.of(it), KEY) } as Contact[]
    }

    private static Item item(Object value) { new Item(value, PeerId.of(0), SimTime.ZERO) }
}
