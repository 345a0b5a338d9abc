package peerlab.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;


/** What happened to the run as a whole: lives of peers, faults, the steps of the timeline, what broke it. */
final class Chronicle {

    static final int MOST_LIVES = 60_000;
    static final int MOST_FAULTS = 5_000;
    static final int MOST_TIMELINE = 5_000;
    static final int MOST_WHO = 1_000;

    final List<Life> lives = new ArrayList<>();
    final List<FaultSpan> faults = new ArrayList<>();
    final List<TimelineMark> timeline = new ArrayList<>();
    private final Numbered<String> peers;
    private final Map<Long, FaultSpan> active = new LinkedHashMap<>();
    private long omitted;

    /** A peer comes, goes, or loses what it saved. */
    record Life(long time, int peer, String change) {
    }

    /** A fault from its beginning to its end. */
    static final class FaultSpan {
        final long from;
        final String fault;
        final String words;
        final List<Integer> who;
        final int whoCount;
        Long to;

        FaultSpan(Event line, List<Integer> who, int whoCount) {
            this.from = line.time();
            this.fault = line.text("fault").orElse("?");
            this.words = Shown.cut(line.text("words").orElse(""), 0).toString();
            this.who = who;
            this.whoCount = whoCount;
        }
    }

    /** A step of the timeline. */
    record TimelineMark(long time, String verb, String text, String mark, List<Integer> who, int whoCount) {
    }

    Chronicle(Numbered<String> peers) {
        this.peers = peers;
    }

    /** Whether events of this kind are for it. */
    static boolean tellsOf(String kind) {
        return kind.equals("life") || kind.equals("fault") || kind.equals("timeline");
    }

    void take(Event line) {
        switch (line.kind()) {
            case "life" -> life(line);
            case "fault" -> fault(line);
            case "timeline" -> timeline(line);
            default -> { }
        }
    }

    /** How many events of these kinds there was no room for. */
    long omitted() {
        return omitted;
    }

    private void life(Event line) {
        if (lives.size() >= MOST_LIVES) {
            omitted++;
            return;
        }
        lives.add(new Life(line.time(), peers.of(line.text("peer").orElse("?")),
                line.text("change").orElse("?")));
    }

    private void fault(Event line) {
        long id = line.id();
        if (line.text("change").filter("ends"::equals).isPresent()) {
            FaultSpan span = active.remove(id);
            if (span != null) {
                span.to = line.time();
            }
        } else if (faults.size() < MOST_FAULTS) {
            FaultSpan span = new FaultSpan(line, who(line), count(line));
            faults.add(span);
            active.put(id, span);
        } else {
            omitted++;
        }
    }

    private void timeline(Event line) {
        if (timeline.size() >= MOST_TIMELINE) {
            omitted++;
            return;
        }
        timeline.add(new TimelineMark(line.time(), line.text("verb").orElse("?"),
                Shown.cut(line.text("text").orElse(""), 0).toString(), line.text("mark").orElse(null),
                who(line), count(line)));
    }

    private List<Integer> who(Event line) {
        List<Integer> who = new ArrayList<>();
        if (line.all().get("who") instanceof List<?> names) {
            for (int i = 0; i < names.size() && i < MOST_WHO; i++) {
                who.add(peers.of(String.valueOf(names.get(i))));
            }
        }
        return who;
    }

    private static int count(Event line) {
        return line.all().get("who") instanceof List<?> names ? names.size() : 0;
    }
}
