package peerlab.reports.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;


/** The events of the conversations that were chosen: the second reading of a trace. */
final class KeptEvents {

    static final long NEVER = -1;

    final List<MessageRow> messages = new ArrayList<>();
    final List<Moment> moments = new ArrayList<>();
    final List<Conversation> conversations = new ArrayList<>();
    final Numbered<String> types = new Numbered<>();
    final Numbered<String> reasons = new Numbered<>();
    final Numbered<List<String>> shapes = new Numbered<>();
    private final Numbered<String> peers;
    private final Choice choice;
    private final HeldBytes bytes;
    private final Map<Long, MessageRow> byId = new HashMap<>();
    private final Map<Integer, Conversation> byNumber = new HashMap<>();

    /** A message from hand to hand; how it ended is the number of a reason, or {@link #NEVER} for arrived. */
    static final class MessageRow {
        final long sent;
        final long id;
        final long cause;
        final int from;
        final int to;
        final int type;
        final long bytes;
        final int conversation;
        final List<Object> fields;
        final long line;
        long ended = NEVER;
        long reason = NEVER;
        /** Null where the page does not hold its bytes. */
        HeldBytes.Travelling travelling;

        MessageRow(Event line, int from, int to, int type, int conversation, List<Object> fields) {
            this.sent = line.time();
            this.id = line.id();
            this.cause = line.cause();
            this.from = from;
            this.to = to;
            this.type = type;
            this.bytes = line.whole("bytes");
            this.conversation = conversation;
            this.fields = fields;
            this.line = line.number();
        }
    }

    /** What happened at one peer. */
    record Moment(long time, String kind, long id, long cause, int peer, int type, int conversation,
            List<Object> fields, long line) {
    }

    /** All that followed from one beginning. */
    static final class Conversation {
        final int number;
        final long id;
        final String kind;
        final String what;
        final String key;
        final int peer;
        final long start;
        final boolean isCut;
        long end;
        Boolean success;
        String reason = "";
        long bytes = Shown.CONVERSATION_BYTES;

        Conversation(int number, Event line, int peer, boolean isCut) {
            this.number = number;
            this.id = line.id() != 0 ? line.id() : line.cause();
            this.kind = line.kind();
            this.what = line.text("operation").or(() -> line.text("change")).or(() -> line.text("verb"))
                    .or(() -> line.text("type")).orElse("");
            this.key = Shown.cut(line.text("key").orElse(""), 0).toString();
            this.peer = peer;
            this.start = line.time();
            this.end = start;
            this.isCut = isCut;
        }
    }

    private KeptEvents(Numbered<String> peers, Choice choice, HeldBytes bytes) {
        this.peers = peers;
        this.choice = choice;
        this.bytes = bytes;
    }

    /** Reads a trace to its end, but for what neither a chosen conversation nor the chronicle tells of. */
    static KeptEvents of(EventReader trace, LineMarks marks, Numbered<String> peers, Choice choice,
            HeldBytes bytes, Chronicle chronicle) throws IOException {
        KeptEvents kept = new KeptEvents(peers, choice, bytes);
        int[] mark = {0};
        trace.forEach(() -> {
            mark[0] = marks.next();
            return Mark.isOfChronicle(mark[0]) || choice.shows(Mark.conversation(mark[0]), 0);
        }, line -> {
            kept.take(line, Mark.conversation(mark[0]));
            chronicle.take(line);
        });
        return kept;
    }

    private void take(Event line, int number) {
        Conversation conversation = byNumber.get(number);
        if (!choice.shows(number, conversation == null ? 0 : conversation.bytes)) {
            return;
        }
        if (conversation == null) {
            conversation = new Conversation(conversations.size(), line, peer(line), choice.isCut(number));
            byNumber.put(number, conversation);
            conversations.add(conversation);
        }
        conversation.bytes += Shown.bytes(line);
        // a timer that runs out when all is said does not make the conversation longer
        if (!line.kind().equals("timer")) {
            conversation.end = line.time();
        }
        switch (line.kind()) {
            case "sent" -> bytes.take(line, sent(line, conversation.number), choice.rank(number));
            case "delivered", "dropped" -> ended(line);
            case "life", "timeline" -> { }
            default -> {
                if (line.kind().equals("answered")) {
                    answered(line, conversation);
                }
                moments.add(moment(line, conversation.number));
            }
        }
    }

    private MessageRow sent(Event line, int conversation) {
        MessageRow row = new MessageRow(line, peers.of(line.text("from").orElse("?")),
                peers.of(line.text("to").orElse("?")), types.of(line.text("type").orElse("?")),
                conversation, fields(line));
        messages.add(row);
        byId.put(row.id, row);
        return row;
    }

    /** A copy of a message ends under the id of the message: only the first end is shown. */
    private void ended(Event line) {
        MessageRow row = byId.get(line.id());
        if (row != null && row.ended == NEVER) {
            row.ended = line.time();
            row.reason = line.kind().equals("dropped")
                    ? reasons.of(Shown.cut(line.text("reason").orElse(""), 0).toString()) : NEVER;
        }
    }

    private void answered(Event line, Conversation conversation) {
        if (conversation.success == null) {
            conversation.success = line.isTrue("success");
            conversation.reason = Shown.cut(line.text("reason").orElse(""), 0).toString();
        }
    }

    private Moment moment(Event line, int conversation) {
        String type = line.text("type").or(() -> line.text("operation")).or(() -> line.text("exception"))
                .orElse("?");
        return new Moment(line.time(), line.kind(), line.id(), line.cause(),
                peer(line), types.of(type), conversation, fields(line), line.number());
    }

    private int peer(Event line) {
        return line.text("peer").or(() -> line.text("from")).map(peers::of).orElse(-1);
    }

    /** The number of the shape, which lists the names, then the values in its order. */
    private List<Object> fields(Event line) {
        Map<String, Object> shown = new LinkedHashMap<>(Shown.fields(line));
        List<Object> row = new ArrayList<>(shown.size() + 1);
        row.add(shapes.of(List.copyOf(shown.keySet())));
        row.addAll(shown.values());
        return row;
    }
}
