package peerlab.cache.ring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import peerlab.engine.protocol.WireFormat;

/**
 * Messages in memcached's binary protocol over TCP, as {@link Memcached} counts them. For members and digests
 * it has no words.
 */
final class MemcachedFormat implements WireFormat {

    /** Where memcached listens by custom. */
    static final int PORT = 11211;
    /** Of longer values so much is shown, so that each message is one packet on any network. */
    static final int LONGEST_VALUE = 1_024;

    private static final int REQUEST = 0x80;
    private static final int RESPONSE = 0x81;
    private static final int GET = 0x00;
    private static final int SET = 0x01;
    private static final int NO_ERROR = 0;
    private static final int KEY_NOT_FOUND = 1;
    private static final int VALUE_TOO_LARGE = 3;
    private static final int NOT_STORED = 5;
    private static final int BUSY = 0x85;
    private static final int LONGEST_KEY = 250;

    @Override
    public Optional<Packet> encode(Sighting message, Addresses addresses) {
        byte[] none = {};
        return switch (message.type()) {
            case "Get" -> packet(message, REQUEST, GET, NO_ERROR, none, key(message), none);
            case "Set" -> packet(message, REQUEST, SET, NO_ERROR, new byte[Memcached.FLAGS_AND_EXPIRY],
                    key(message), value(message));
            case "Found" -> packet(message, RESPONSE, GET, NO_ERROR, new byte[Memcached.FLAGS], none,
                    value(message));
            case "Absent" -> packet(message, RESPONSE, GET, KEY_NOT_FOUND, none, none, none);
            case "Busy" -> packet(message, RESPONSE,
                    message.fields().get("operation").equals("set") ? SET : GET, BUSY, none, none, none);
            case "Stored" -> packet(message, RESPONSE, SET, status(message), none, none, none);
            default -> Optional.empty();
        };
    }

    private static Optional<Packet> packet(Sighting message, int magic, int opcode, int status,
            byte[] extras, byte[] key, byte[] value) {
        int body = extras.length + key.length + value.length;
        long call = message.fields().get("call") instanceof Long number ? number : 0;
        byte[] bytes = ByteBuffer.allocate(Memcached.HEADER + body)
                .put((byte) magic).put((byte) opcode).putShort((short) key.length)
                .put((byte) extras.length).put((byte) 0).putShort((short) status)
                .putInt(body).putInt((int) call).putLong(0)
                .put(extras).put(key).put(value).array();
        return Optional.of(new Packet(Carrier.TCP, PORT, magic == RESPONSE, bytes));
    }

    private static byte[] key(Sighting message) {
        byte[] key = String.valueOf(message.fields().get("key")).getBytes(StandardCharsets.UTF_8);
        return key.length <= LONGEST_KEY ? key : Arrays.copyOf(key, LONGEST_KEY);
    }

    /** As long as the value is: filled up with blanks, or cut. */
    private static byte[] value(Sighting message) {
        byte[] text = String.valueOf(message.fields().get("value")).getBytes(StandardCharsets.UTF_8);
        long size = message.fields().get("size") instanceof Long number ? number : text.length;
        byte[] value = Arrays.copyOf(text, (int) Math.max(0, Math.min(LONGEST_VALUE, size)));
        Arrays.fill(value, Math.min(text.length, value.length), value.length, (byte) ' ');
        return value;
    }

    private static int status(Sighting message) {
        String outcome = String.valueOf(message.fields().get("outcome"));
        if (outcome.equals(Keeping.KEPT.word())) {
            return NO_ERROR;
        }
        return outcome.equals(Keeping.TOO_LARGE.word()) ? VALUE_TOO_LARGE : NOT_STORED;
    }
}
