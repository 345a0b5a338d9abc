package peerlab.kademlia

import com.dampcake.bencode.Bencode
import peerlab.engine.base.Bytes
import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import peerlab.engine.protocol.Payload
import spock.lang.Specification

/** The lengths are those of real KRPC messages, encoded by a bencoder that others wrote. */
class KrpcSpec extends Specification {

    static final String ID = 'abcdefghij0123456789'
    static final Key KEY = new Key(1, 2, 3)

    def "#message.class.simpleName takes as many bytes as its encoding"() {
        expect: 'the length of the bencoded dictionary'
        Krpc.size(message) == new Bencode(java.nio.charset.StandardCharsets.UTF_8).encode(encoding).length

        where:
        message                           | encoding
        new Ping(1)                       | query('ping', [id: ID])
        new Pong(1)                       | response([id: ID])
        new FindNode(1, KEY)              | query('find_node', [id: ID, target: ID])
        new Nodes(1)                      | response([id: ID, nodes: ''])
        new Nodes(1, contacts(3))         | response([id: ID, nodes: 'n' * 78])
        new Nodes(1, contacts(8))         | response([id: ID, nodes: 'n' * 208])
        new FindValue(1, KEY)             | query('get', [id: ID, target: ID])
        new ValueFound(1, item('Gruß'))   | response([id: ID, v: 'Gruß'])
        new Store(1, KEY, item('v' * 12), false) | query('put', [id: ID, target: ID, v: 'v' * 12])
        new Store(1, KEY, item('v'), true) | query('put', [id: ID, target: ID, v: 'v', cached: 1L])
        new Stored(1)                     | response([id: ID])
        new ValueFound(1, item(new Payload('v', new Bytes(1000)))) | response([id: ID, v: 'v' * 1000])
    }

    private static Map query(String name, Map arguments) { [a: arguments, q: name, t: 'aa', y: 'q'] }

    private static Map response(Map values) { [r: values, t: 'aa', y: 'r'] }

    private static Contact[] contacts(int count) {
        (0..<count).collect { new Contact(PeerId.of(it), KEY) } as Contact[]
    }

    private static Item item(Object value) { new Item(value, PeerId.of(0), SimTime.ZERO) }
}
