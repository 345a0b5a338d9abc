package peerlab.reports.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.observe.MetricReport;

/** A run directory, to be read. */
public final class StoredRun {

    private final Path folder;

    private StoredRun(Path folder) {
        this.folder = folder;
    }

    /** Whether a run has left this folder, and is complete. */
    public static boolean isAt(Path folder) {
        return Files.isDirectory(folder) && Files.isRegularFile(folder.resolve("run.json"));
    }

    public static StoredRun at(Path folder) {
        return new StoredRun(folder);
    }

    public Path folder() {
        return folder;
    }

    /** What {@code run.json} says of the run. */
    public Map<String, Object> manifest() throws IOException {
        return JsonTree.object(folder.resolve("run.json"));
    }

    /** How long the run was, in seconds of its own time. */
    public double seconds() throws IOException {
        return number(manifest().get("simulatedTime"));
    }

    /** The trace; empty where none was kept. */
    public Optional<TraceFile> trace() {
        Path trace = folder.resolve("trace.jsonl");
        return Files.isRegularFile(trace) ? Optional.of(new TraceFile(trace, trace.toString()))
                : Optional.empty();
    }

    /** Who took part; nobody where that was not kept. */
    public PeerBook peers() throws IOException {
        Path file = folder.resolve("peers.json");
        return PeerBook.read(Files.isRegularFile(file) ? Optional.of(file) : Optional.empty());
    }

    /** The last value of each metric: a {@code Long}, {@code Double}, {@code Boolean}, null or a map. */
    public Map<String, Object> metrics() throws IOException {
        return JsonTree.object(folder.resolve("metrics.json"));
    }

    /** The metrics over time. */
    public List<MetricReport.Point> series() throws IOException {
        List<MetricReport.Point> points = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(folder.resolve("metrics.csv"))) {
            boolean isHead = true;
            for (CsvRecord row : rows) {
                if (!isHead && row.getFieldCount() == 3) {
                    String value = row.getField(2);
                    points.add(new MetricReport.Point(Double.parseDouble(row.getField(0)), row.getField(1),
                            value.isEmpty() ? Double.NaN : Double.parseDouble(value)));
                }
                isHead = false;
            }
        } catch (NumberFormatException e) {
            throw new StoredRunException("'metrics.csv' is not what a run has written");
        }
        return points;
    }

    /** Each expectation and what became of it. */
    public List<Object> expectations() throws IOException {
        return list(JsonTree.object(folder.resolve("verdicts.json")).get("expectations"));
    }

    /** The snapshots in the order of time, each by the name of its file without an ending. */
    public List<StoredTopology> topologies() throws IOException {
        Path topologies = folder.resolve("topology");
        List<StoredTopology> all = new ArrayList<>();
        if (Files.isDirectory(topologies)) {
            try (Stream<Path> files = Files.list(topologies)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                    String name = file.getFileName().toString();
                    all.add(new StoredTopology(name.substring(0, name.length() - ".json".length()),
                            StoredTopology.of(JsonTree.object(file))));
                }
            }
        }
        all.sort(Comparator.comparing((StoredTopology stored) -> stored.snapshot().topology().time())
                .thenComparing(StoredTopology::file));
        return all;
    }

    /** The last snapshot that was taken not later than an instant; the first where all are later. */
    public Optional<NamedTopology> topologyAt(peerlab.engine.base.SimTime time) throws IOException {
        List<NamedTopology> all = topologies().stream().map(StoredTopology::snapshot).toList();
        Optional<NamedTopology> last = all.stream()
                .filter(snapshot -> !time.isBefore(snapshot.topology().time()))
                .reduce((earlier, later) -> later);
        return last.or(() -> all.stream().findFirst());
    }

    static List<Object> list(Object value) {
        return value instanceof List<?> items ? new ArrayList<>(items) : List.of();
    }

    static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    static String text(Map<?, ?> of, String name) {
        return of.get(name) instanceof String text ? text : "";
    }
}
