package peerlab.kademlia;

import java.nio.charset.StandardCharsets;

import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Payload;

/**
 * How many bytes a message takes in the encoding of the mainline DHT: bencoded KRPC over UDP (BEP 5), with
 * {@code get} and {@code put} for values (BEP 44, without tokens and signatures). Nothing is encoded;
 * lengths add up. {@link KrpcFormat} encodes them.
 */
final class Krpc {

    private static final int ID = 20;
    private static final int COMPACT_CONTACT = 26;
    private static final int EXPIRY_FLAG = "6:cachedi1e".length();
    private static final int QUERY = "d1:ad2:id".length() + text(ID) + "e1:q1:t2:aa1:y1:qe".length();
    private static final int RESPONSE = "d1:rd2:id".length() + text(ID) + "e1:t2:aa1:y1:re".length();

    private Krpc() {
    }

    static int size(Message message) {
        if (message instanceof FindNode) {
            return QUERY + text("find_node".length()) + "6:target".length() + text(ID);
        } else if (message instanceof Nodes nodes) {
            return RESPONSE + "5:nodes".length() + text(COMPACT_CONTACT * nodes.numbers().length);
        } else if (message instanceof FindValue) {
            return QUERY + text("get".length()) + "6:target".length() + text(ID);
        } else if (message instanceof ValueFound found) {
            return foundWithoutValue() + value(found.item());
        } else if (message instanceof Store store) {
            return storeWithoutValue(store.isCached()) + value(store.item());
        } else if (message instanceof Ping) {
            return QUERY + text("ping".length());
        }
        return RESPONSE;
    }

    /** An answer with a value, up to the value's own bytes. */
    static int foundWithoutValue() {
        return RESPONSE + "1:v".length();
    }

    /** An order to store, up to the value's own bytes. */
    static int storeWithoutValue(boolean isCached) {
        return QUERY + text("put".length()) + "6:target".length() + text(ID) + "1:v".length()
                + (isCached ? EXPIRY_FLAG : 0);
    }

    private static int value(Item item) {
        if (item.value() instanceof Payload payload) {
            return text(Math.toIntExact(payload.size().count()));
        }
        return text(String.valueOf(item.value()).getBytes(StandardCharsets.UTF_8).length);
    }

    /** A byte string: its length in decimal, a colon, the bytes. */
    private static int text(int length) {
        int digits = 1;
        for (int rest = length; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits + 1 + length;
    }
}
