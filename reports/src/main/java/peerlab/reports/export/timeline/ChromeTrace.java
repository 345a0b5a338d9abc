package peerlab.reports.export.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import peerlab.engine.trace.TraceLine;
import peerlab.reports.Json;
import peerlab.reports.stored.Lines;
import peerlab.reports.stored.PeerBook;

/**
 * The events of a run in the trace event format of Chrome, which Perfetto opens: a process for each peer,
 * its events on a track, messages as arrows between them, requests and faults as bars.
 *
 * <p>What a peer does takes no time in a run. An event is drawn one nanosecond long, and those of one instant
 * follow each other.
 */
public final class ChromeTrace {

    private static final int ROW_DEPTH = 2;
    private static final int SCENARIO = 0;

    private final Json json;
    private final PeerBook peers;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private final TreeSet<Long> pending = new TreeSet<>();
    private final TreeSet<Long> faults = new TreeSet<>();

    private ChromeTrace(Json json, PeerBook peers) {
        this.json = json;
        this.peers = peers;
    }

    public static void write(Lines lines, PeerBook peers, OutputStream out) throws IOException {
        try (Json json = new Json(out, ROW_DEPTH)) {
            json.beginObject().field("displayTimeUnit", "ms").beginList("traceEvents");
            ChromeTrace trace = new ChromeTrace(json, peers);
            trace.process(SCENARIO, "scenario");
            lines.goThrough(line -> {
                trace.line(line);
                return true;
            });
            json.endList().endObject();
        }
    }

    private void line(TraceLine line) throws IOException {
        switch (line.kind()) {
            case "sent" -> sent(line);
            case "delivered" -> delivered(line);
            case "dropped" -> dropped(line);
            case "asked", "answered" -> request(line);
            case "fault" -> fault(line);
            case "timeline" -> instant(SCENARIO, line.time().nanos(), "g",
                    line.text("text").orElse("step"), line);
            default -> slice(line, line.text("peer").orElse("?"), name(line));
        }
    }

    private void sent(TraceLine line) throws IOException {
        Track track = track(line.text("from").orElse("?"));
        long at = track.place(line.time().nanos());
        slice(track.number(), at, name(line), line);
        inFlight.add(line.id().orElse(0L));
        flow("s", track.number(), at, line);
    }

    private void delivered(TraceLine line) throws IOException {
        Track track = track(line.text("to").orElse("?"));
        long at = track.place(line.time().nanos());
        slice(track.number(), at, name(line), line);
        if (inFlight.remove(line.id().orElse(0L))) {
            flow("f", track.number(), at, line);
        }
    }

    private void dropped(TraceLine line) throws IOException {
        inFlight.remove(line.id().orElse(0L));
        Track track = track(line.text("from").orElse("?"));
        instant(track.number(), track.place(line.time().nanos()), "t",
                "lost " + line.text("type").orElse("?"), line);
    }

    private void slice(TraceLine line, String peer, String name) throws IOException {
        Track track = track(peer);
        slice(track.number(), track.place(line.time().nanos()), name, line);
    }

    private void slice(int track, long at, String name, TraceLine line) throws IOException {
        begin("X", line.kind(), name, track, at).field("dur", 0.001);
        arguments(line);
    }

    private void instant(int track, long at, String scope, String name, TraceLine line) throws IOException {
        begin("i", line.kind(), name, track, at).field("s", scope);
        arguments(line);
    }

    private void flow(String phase, int track, long at, TraceLine line) throws IOException {
        begin(phase, "message", line.text("type").orElse("?"), track, at)
                .field("id", line.id().orElse(0L));
        if (phase.equals("f")) {
            json.field("bp", "e");
        }
        json.endObject();
    }

    private void request(TraceLine line) throws IOException {
        long id = line.id().orElse(0L);
        boolean isAsked = line.kind().equals("asked");
        if (isAsked ? pending.add(id) : pending.remove(id)) {
            String name = line.text("operation").orElse("?")
                    + line.text("key").filter(key -> !key.isEmpty()).map(key -> " " + key).orElse("");
            bar(isAsked, "request", name, track(line.text("peer").orElse("?")).number(), line);
        }
        slice(line, line.text("peer").orElse("?"), name(line));
    }

    private void fault(TraceLine line) throws IOException {
        long id = line.id().orElse(0L);
        boolean begins = line.text("change").filter("begins"::equals).isPresent();
        if (begins ? faults.add(id) : faults.remove(id)) {
            String words = line.text("words").orElse("");
            bar(begins, "fault", (line.text("fault").orElse("?") + " " + words).strip(), SCENARIO, line);
        }
    }

    private void bar(boolean begins, String category, String name, int track, TraceLine line)
            throws IOException {
        begin(begins ? "b" : "e", category, name, track, line.time().nanos())
                .field("id", line.id().orElse(0L));
        arguments(line);
    }

    private void arguments(TraceLine line) throws IOException {
        json.beginObject("args");
        for (Map.Entry<String, Object> value : line.values().entrySet()) {
            json.asRead(value.getKey(), value.getValue());
        }
        json.endObject().endObject();
    }

    private static String name(TraceLine line) {
        return line.text("type").or(() -> line.text("operation")).or(() -> line.text("change"))
                .or(() -> line.text("exception")).orElse(line.kind());
    }

    /** Times are microseconds in this format. */
    private Json begin(String phase, String category, String name, int track, long nanos)
            throws IOException {
        return json.beginObject().field("ph", phase).field("cat", category).field("name", name)
                .field("pid", track).field("tid", 1).field("ts", nanos / 1e3);
    }

    private Track track(String peer) throws IOException {
        Track known = tracks.get(peer);
        if (known == null) {
            known = new Track(peers.of(peer).index() + 1);
            tracks.put(peer, known);
            process(known.number(), peer);
        }
        return known;
    }

    private void process(int number, String name) throws IOException {
        json.beginObject().field("ph", "M").field("name", "process_name").field("pid", number)
                .beginObject("args").field("name", name).endObject().endObject();
        json.beginObject().field("ph", "M").field("name", "process_sort_index").field("pid", number)
                .beginObject("args").field("sort_index", number).endObject().endObject();
    }
}
