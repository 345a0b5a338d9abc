package peerlab.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import peerlab.engine.protocol.WireFormat.Packet;
import peerlab.engine.protocol.WireFormat.Sighting;
import peerlab.reports.page.KeptEvents.MessageRow;

/**
 * The bytes that messages have on the wire, of as many messages as have room for them: conversation by
 * conversation, in the order in which they were chosen; of the last one that has room, the beginning.
 */
final class HeldBytes {

    /** What the bytes of all messages may take in the page. */
    static final long BUDGET = 1_500_000;
    /** Of a longer message, the first ones. */
    static final int LONGEST = 2_048;
    /** What stands around the bytes of a message. */
    private static final int ROW_BYTES = 8;

    private final Optional<Encoding.Encoder> encoder;
    private final long budget;
    private final TreeMap<Integer, List<MessageRow>> byRank = new TreeMap<>();
    private final Numbered<String> carriers = new Numbered<>();
    private int closedFrom = Integer.MAX_VALUE;
    private long used;

    /** How a message travels. */
    static final class Travelling {
        final int carrier;
        final int length;
        final String text;

        Travelling(int carrier, byte[] payload) {
            this.carrier = carrier;
            this.length = payload.length;
            this.text = Base64.getEncoder().encodeToString(
                    payload.length <= LONGEST ? payload : Arrays.copyOf(payload, LONGEST));
        }

        private int size() {
            return text.length() + ROW_BYTES;
        }
    }

    HeldBytes(Optional<Encoding.Encoder> encoder, long budget) {
        this.encoder = encoder;
        this.budget = budget;
    }

    /**
     * Encodes a message whose fields were recorded, where there is room.
     *
     * @param rank of its conversation: lower ones are served first
     */
    void take(Event line, MessageRow row, int rank) {
        if (encoder.isEmpty() || rank >= closedFrom
                || !(line.all().get("fields") instanceof Map<?, ?> recorded)) {
            return;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) recorded;
        Packet packet = encoder.get().packet(new Sighting(line.text("from").orElse("?"),
                line.text("to").orElse("?"), line.text("type").orElse("?"), row.bytes, fields));
        Travelling travelling = new Travelling(
                carriers.of(packet.carrier() + " " + packet.port()), packet.payload());
        while (used + travelling.size() > budget && !byRank.isEmpty() && byRank.lastKey() > rank) {
            giveUp(byRank.pollLastEntry());
        }
        if (used + travelling.size() > budget) {
            closedFrom = rank;
            return;
        }
        row.travelling = travelling;
        used += travelling.size();
        byRank.computeIfAbsent(rank, r -> new ArrayList<>()).add(row);
    }

    private void giveUp(Map.Entry<Integer, List<MessageRow>> conversation) {
        closedFrom = conversation.getKey();
        for (MessageRow row : conversation.getValue()) {
            used -= row.travelling.size();
            row.travelling = null;
        }
    }

    /** What carries messages, {@code UDP 6881}, by number. */
    List<String> carriers() {
        return carriers.all();
    }

    /** Of how many messages there are bytes. */
    int count() {
        return byRank.values().stream().mapToInt(List::size).sum();
    }

    long budget() {
        return budget;
    }
}
