package peerlab.reports.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

import peerlab.engine.trace.JsonValues;


/**
 * What the page shows of a run, as JSON: a pure function of the run directory (docs/report-data.md). The
 * trace is read twice, line by line; what is kept of it has a budget, so memory does not grow with the run.
 */
public final class ReportData {

    /** The version of the form of this JSON. */
    public static final int VERSION = 1;
    /** What events of the trace may take in the page. */
    static final long EVENT_BYTES = 5_500_000;
    private static final double NANOS = 1e9;

    private final RunFiles files;
    private final Encoding encoding;
    private final long eventBytes;
    private final long encodedBytes;

    /** Of the run that left these files, whose messages look like this on a wire. */
    public ReportData(RunFiles files, Encoding encoding) {
        this(files, encoding, EVENT_BYTES, HeldBytes.BUDGET);
    }

    ReportData(RunFiles files, Encoding encoding, long eventBytes, long encodedBytes) {
        this.files = files;
        this.encoding = encoding;
        this.eventBytes = eventBytes;
        this.encodedBytes = encodedBytes;
    }

    /**
     * Writes the JSON; the stream stays open.
     *
     * @throws ReportException where the folder holds no whole run
     */
    public void write(OutputStream out) throws IOException {
        Map<String, Object> run = manifest();
        PageJson json = new PageJson(out);
        json.beginObject().field("format", "peerlab-report").field("version", VERSION);
        copy("run", RunFiles.MANIFEST, json);
        copy("verdicts", "verdicts.json", json);
        copy("metrics", "metrics.json", json);
        SeriesData series = SeriesData.read(files.file("metrics.csv"));
        series.write(json);
        Numbered<String> peers = new Numbered<>();
        TopologyData topology = TopologyData.read(files.snapshots(), peers);
        Optional<Path> trace = files.file(RunFiles.TRACE);
        json.field("hasTrace", trace.isPresent());
        if (trace.isPresent()) {
            events(run, trace.get(), peers, topology, series, json);
        } else {
            topology.write(json, Snapshot.graph(peers.size(), topology.richest()));
            json.beginObject("sampling");
            sampling(topology, series, json);
            json.endObject();
        }
        json.endObject().close();
    }

    private void events(Map<String, Object> run, Path trace, Numbered<String> peers, TopologyData topology,
            SeriesData series, PageJson json) throws IOException {
        long end = Math.round(number(run.get("simulatedTime")) * NANOS);
        Chronicle chronicle = new Chronicle(peers);
        HeldBytes bytes = new HeldBytes(encoding.among(files.file(RunFiles.PEERS)), encodedBytes);
        TraceCounts counts;
        Choice choice;
        KeptEvents kept;
        try (LineMarks marks = new LineMarks()) {
            try (EventReader events = new EventReader(trace)) {
                counts = TraceCounts.of(events, end, peers, looks(), marks);
            }
            choice = counts.choose(eventBytes);
            marks.rewind();
            try (EventReader events = new EventReader(trace)) {
                kept = KeptEvents.of(events, marks, peers, choice, bytes, chronicle);
            }
        }
        long[] edges = topology.isEmpty() || topology.richest().length == 0 ? counts.pairs()
                : topology.richest();
        topology.write(json, Snapshot.graph(peers.size(), edges));
        if (topology.richest().length == 0) {
            spoken(edges, json);
        }
        EventData data = new EventData(counts, choice, kept, bytes, chronicle);
        data.write(json);
        json.beginObject("sampling");
        data.sampling(json);
        sampling(topology, series, json);
        json.endObject();
    }

    private static void sampling(TopologyData topology, SeriesData series, PageJson json) throws IOException {
        json.field("snapshots", topology.found()).field("snapshotsShown", topology.shown())
                .field("edgesAtMost", Snapshot.MOST_EDGES).field("seriesOmitted", series.omitted());
    }

    /** Where no protocol says who knows whom: who sent something to whom. */
    private static void spoken(long[] edges, PageJson json) throws IOException {
        int[] ends = new int[edges.length * 2];
        for (int i = 0; i < edges.length; i++) {
            ends[2 * i] = Snapshot.from(edges[i]);
            ends[2 * i + 1] = Snapshot.to(edges[i]);
        }
        json.field("spoke", ends);
    }

    private Map<String, Object> manifest() throws IOException {
        Optional<Path> file = files.file(RunFiles.MANIFEST);
        if (file.isEmpty()) {
            throw new ReportException(files.folder(), "holds no whole run: there is no run.json",
                    "write peerlab run FILE --record trace,messages,snapshots --out " + files.folder());
        }
        return document(file.get());
    }

    private Map<String, Object> document(Path file) throws IOException {
        try (InputStream in = open(file); JsonParser parser = new JsonFactory().createParser(in)) {
            parser.nextToken();
            return JsonValues.object(parser);
        } catch (JsonProcessingException e) {
            throw new ReportException(file, "is no JSON that Peerlab wrote", "run the scenario again");
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private void copy(String name, String document, PageJson json) throws IOException {
        Optional<Path> file = files.file(document);
        if (file.isEmpty()) {
            throw new ReportException(files.folder(), "holds no whole run: there is no " + document,
                    "run the scenario again");
        }
        try (InputStream in = open(file.get())) {
            json.copy(name, in);
        } catch (JsonProcessingException e) {
            throw new ReportException(file.get(), "is no JSON that Peerlab wrote", "run the scenario again");
        }
    }

    /** Where the verdicts point. */
    private List<TraceCounts.Look> looks() throws IOException {
        List<TraceCounts.Look> looks = new ArrayList<>();
        Optional<Path> file = files.file("verdicts.json");
        Object expectations = file.isEmpty() ? null : document(file.get()).get("expectations");
        if (expectations instanceof List<?> list) {
            for (Object expectation : list) {
                if (expectation instanceof Map<?, ?> map && map.get("look") instanceof Map<?, ?> look
                        && look.get("peer") instanceof String peer) {
                    looks.add(new TraceCounts.Look(Math.round(number(look.get("time")) * NANOS), peer));
                }
            }
        }
        return looks;
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
