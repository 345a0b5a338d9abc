package peerlab.kademlia;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import peerlab.engine.protocol.WireFormat;

/**
 * Messages in the encoding of the mainline DHT, as {@link Krpc} counts them: bencoded KRPC over UDP (BEP 5),
 * with {@code get} and {@code put} for values (BEP 44). The keys of each dictionary are in the order of their
 * bytes, as bencoding asks.
 */
final class KrpcFormat implements WireFormat {

    /** Where the mainline DHT listens by custom. */
    static final int PORT = 6881;
    /** Of longer values so much is shown, so that each message is one packet on any network. */
    static final int LONGEST_VALUE = 1_024;

    private static final int ID_BYTES = 20;

    @Override
    public Optional<Packet> encode(Sighting message, Addresses addresses) {
        boolean isQuery = List.of("FindNode", "FindValue", "Store", "Ping").contains(message.type());
        if (!isQuery && !List.of("Nodes", "ValueFound", "Stored", "Pong").contains(message.type())) {
            return Optional.empty();
        }
        Bencode out = new Bencode();
        if (isQuery) {
            out.raw("d1:ad");
            query(message, addresses, out);
            out.raw("e1:q").text(method(message.type()));
        } else {
            out.raw("d1:rd");
            answer(message, addresses, out);
            out.raw("e");
        }
        out.raw("1:t").text(transaction(message)).raw("1:y").raw(isQuery ? "1:q" : "1:r").raw("e");
        return Optional.of(new Packet(Carrier.UDP, PORT, !isQuery, out.bytes()));
    }

    private static void query(Sighting message, Addresses addresses, Bencode out) {
        if (Boolean.TRUE.equals(message.fields().get("isCached"))) {
            out.raw("6:cachedi1e");
        }
        out.raw("2:id").text(id(addresses.identity(message.from())));
        Object target = message.fields().getOrDefault("target", message.fields().get("key"));
        if (target != null) {
            out.raw("6:target").text(id(String.valueOf(target)));
        }
        if (message.type().equals("Store")) {
            out.raw("1:v").text(value(message));
        }
    }

    private static void answer(Sighting message, Addresses addresses, Bencode out) {
        out.raw("2:id").text(id(addresses.identity(message.from())));
        if (message.type().equals("Nodes") && message.fields().get("contacts") instanceof List<?> contacts) {
            ByteArrayOutputStream compact = new ByteArrayOutputStream();
            for (Object contact : contacts) {
                compact.writeBytes(id(addresses.identity(String.valueOf(contact))));
                compact.writeBytes(addresses.address(String.valueOf(contact)));
                compact.write(PORT >> 8);
                compact.write(PORT);
            }
            out.raw("5:nodes").text(compact.toByteArray());
        } else if (message.type().equals("ValueFound")) {
            out.raw("1:v").text(value(message));
        }
    }

    private static String method(String type) {
        return switch (type) {
            case "FindNode" -> "find_node";
            case "FindValue" -> "get";
            case "Store" -> "put";
            default -> "ping";
        };
    }

    /** Two bytes, by which the asker knows what is answered. */
    private static byte[] transaction(Sighting message) {
        long call = message.fields().get("call") instanceof Long number ? number : 0;
        return new byte[] {(byte) (call >> 8), (byte) call};
    }

    /** As long as the value was counted: filled up with blanks, or cut. */
    private static byte[] value(Sighting message) {
        byte[] text = String.valueOf(message.fields().get("value")).getBytes(StandardCharsets.UTF_8);
        byte[] value = Arrays.copyOf(text, Math.min(LONGEST_VALUE, valueLength(message)));
        Arrays.fill(value, Math.min(text.length, value.length), value.length, (byte) ' ');
        return value;
    }

    /** What of the message's bytes is the value: they count its digits, a colon and itself. */
    private static int valueLength(Sighting message) {
        boolean isStore = message.type().equals("Store");
        boolean isCached = Boolean.TRUE.equals(message.fields().get("isCached"));
        long rest = message.bytes() - (isStore ? Krpc.storeWithoutValue(isCached) : Krpc.foundWithoutValue());
        long length = Math.max(0, rest - 2);
        while (length > 0 && Long.toString(length).length() + 1 + length > rest) {
            length--;
        }
        return (int) Math.min(Integer.MAX_VALUE, length);
    }

    private static byte[] id(String hex) {
        boolean isWhole = hex.length() == 2 * ID_BYTES && hex.chars().allMatch(HexFormat::isHexDigit);
        return isWhole ? HexFormat.of().parseHex(hex) : new byte[ID_BYTES];
    }

    /** A bencoded document as it grows. */
    private static final class Bencode {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

        Bencode raw(String ascii) {
            out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Bencode text(String ascii) {
            return text(ascii.getBytes(StandardCharsets.US_ASCII));
        }

        Bencode text(byte[] bytes) {
            raw(bytes.length + ":");
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
