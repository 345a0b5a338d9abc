package peerlab.engine.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * How the messages of a protocol look on a real wire: what a capture of a run shows to Wireshark. It works on
 * what a trace keeps of a message, so that a run can be captured long after it is over.
 */
public interface WireFormat {

    /** What carries a message. */
    enum Carrier { UDP, TCP }

    /**
     * A message as a trace has it.
     *
     * @param from who sent it, and {@code to} whom: names of peers
     * @param bytes how many it was counted as
     * @param fields what it says of itself: texts, {@code Long}, {@code Double}, {@code Boolean}, null, lists
     *     and maps of these; peers by name, identifiers as hexadecimal digits
     */
    record Sighting(String from, String to, String type, long bytes, Map<String, Object> fields) {
    }

    /** Where peers are to be found. */
    interface Addresses {

        /** The four bytes of the peer's address; of one that nobody knows, 0.0.0.0. */
        byte[] address(String peer);

        /** What the peer is called in its protocol, as hexadecimal digits; empty where it has none. */
        String identity(String peer);
    }

    /**
     * What travels.
     *
     * @param port of the one who serves
     * @param isAnswer whether the one who serves sends it: over TCP it goes back on the connection on which
     *     the other has asked
     * @param conversation over TCP, what has a connection of its own, which the answer closes; 0 for what
     *     shares the one of its two peers
     */
    record Packet(Carrier carrier, int port, boolean isAnswer, long conversation, byte[] payload) {

        /** A packet that shares the connection of its two peers. */
        public Packet(Carrier carrier, int port, boolean isAnswer, byte[] payload) {
            this(carrier, port, isAnswer, 0, payload);
        }
    }

    /** What a message looks like; empty for one that the format has no words for. */
    Optional<Packet> encode(Sighting message, Addresses addresses);
}
