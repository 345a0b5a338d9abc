package peerlab.reports.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;


/** What a trace comes to, counted over all of it: the first of the two readings that a page needs. */
final class TraceCounts {

    /** Into how many spans of time the run is cut for counting messages. */
    static final int BINS = 240;
    /** How many pairs of peers are told apart where no snapshot says who knows whom. */
    static final int MOST_PAIRS = 40_000;

    final Conversations conversations = new Conversations();
    final Map<String, Long> kinds = new TreeMap<>();
    final Map<String, long[]> types = new TreeMap<>();
    final long[] sent = new long[BINS];
    final long[] dropped = new long[BINS];
    private final Numbered<String> peers;
    private final List<Look> looks;
    private final int[] pointedAt;
    private final long end;
    private final NumberSet pairs = new NumberSet(MOST_PAIRS);
    private final LineMarks marks;
    private int[] sizes = new int[1 << 10];
    private long events;

    /** Where a verdict says that looking closer pays. */
    record Look(long time, String peer) {
    }

    private TraceCounts(long end, Numbered<String> peers, List<Look> looks, LineMarks marks) {
        this.marks = marks;
        this.end = Math.max(1, end);
        this.peers = peers;
        this.looks = looks;
        this.pointedAt = new int[looks.size()];
        Arrays.fill(pointedAt, Conversations.NONE);
    }

    /** Reads a trace to its end; peers that it names are numbered, each event gets its mark. */
    static TraceCounts of(EventReader trace, long end, Numbered<String> peers, List<Look> looks,
            LineMarks marks) throws IOException {
        TraceCounts counts = new TraceCounts(end, peers, looks, marks);
        trace.forEach(counts::count);
        return counts;
    }

    private void count(Event line) throws IOException {
        events++;
        kinds.merge(line.kind(), 1L, Long::sum);
        line.text("peer").ifPresent(peers::of);
        int conversation = conversations.of(line);
        marks.add(Mark.of(conversation, Chronicle.tellsOf(line.kind())));
        if (conversation != Conversations.NONE) {
            grow(conversation);
            int size = sizes[conversation];
            int begins = size == 0 && Shown.bytes(line) > 0 ? Shown.CONVERSATION_BYTES : 0;
            sizes[conversation] = Math.min(Integer.MAX_VALUE / 2, size + begins + Shown.bytes(line));
        }
        switch (line.kind()) {
            case "sent" -> sent(line);
            case "dropped" -> {
                dropped[bin(line.time())]++;
                types.computeIfAbsent(line.text("type").orElse("?"), t -> new long[3])[2]++;
            }
            case "answered" -> answered(line, conversation);
            default -> { }
        }
    }

    private void sent(Event line) {
        sent[bin(line.time())]++;
        long[] type = types.computeIfAbsent(line.text("type").orElse("?"), t -> new long[3]);
        type[0]++;
        type[1] += line.whole("bytes");
        long from = peers.of(line.text("from").orElse("?"));
        long to = peers.of(line.text("to").orElse("?"));
        pairs.add((from + 1) << 32 | to);
    }

    private void answered(Event line, int conversation) {
        long last = line.time();
        long first = last - line.whole("latency");
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            boolean isMeant = first <= look.time() && look.time() <= last
                    && line.text("peer").filter(look.peer()::equals).isPresent();
            if (isMeant && pointedAt[i] == Conversations.NONE) {
                pointedAt[i] = conversation;
            }
        }
    }

    private void grow(int conversation) {
        if (conversation >= sizes.length) {
            sizes = Arrays.copyOf(sizes, Math.max(conversation + 1, sizes.length * 2));
        }
    }

    private int bin(long nanos) {
        return (int) Math.min(BINS - 1, nanos / ((end + BINS - 1) / BINS));
    }

    /** How long each span of time is, in nanoseconds. */
    long binNanos() {
        return (end + BINS - 1) / BINS;
    }

    long events() {
        return events;
    }

    /** Who sent something to whom, each pair once: as edges of a snapshot. */
    long[] pairs() {
        return pairs.sorted().map(pair -> Snapshot.edge(0, (int) (pair >>> 32) - 1, (int) pair))
                .sorted().distinct().toArray();
    }

    Choice choose(long budget) {
        int[] all = Arrays.copyOf(sizes, conversations.count());
        int[] first = Arrays.stream(pointedAt).filter(c -> c != Conversations.NONE).toArray();
        return Choice.among(all, conversations, first, budget);
    }
}
