package peerlab.reports.export.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import peerlab.engine.base.Numerals;
import peerlab.engine.observe.PlainValues;
import peerlab.engine.observe.Topology;
import peerlab.engine.trace.TraceLine;
import peerlab.reports.Json;
import peerlab.reports.stored.Lines;
import peerlab.reports.stored.StoredTopology;

/**
 * The tables of a run, as CSV (RFC 4180) with a head line. What has no value is left empty; what is a list or
 * has parts of its own stands as JSON in its field. A text that a spreadsheet would take for a formula keeps
 * an apostrophe before it.
 */
public final class Tables {

    private static final List<String> EVENT_COLUMNS = List.of("id", "cause", "from", "to", "peer", "type",
            "bytes", "reason", "change", "operation", "key", "success", "latency", "value", "fault", "verb",
            "who");
    private static final List<String> MEASURES =
            List.of("count", "mean", "min", "p50", "p90", "p95", "p99", "max");

    private Tables() {
    }

    /** The events, a row each: {@code events.csv}. */
    public static void events(Lines lines, OutputStream out) throws IOException {
        CsvWriter csv = on(out);
        List<String> head = new ArrayList<>(List.of("t", "kind"));
        head.addAll(EVENT_COLUMNS);
        head.addAll(List.of("fields", "rest"));
        csv.writeRecord(head);
        lines.goThrough(line -> {
            csv.writeRecord(row(line));
            return true;
        });
        csv.flush();
    }

    private static List<String> row(TraceLine line) {
        List<String> row = new ArrayList<>(List.of(Long.toString(line.time().nanos()), cell(line.kind())));
        EVENT_COLUMNS.forEach(column -> row.add(cell(line.values().get(column))));
        row.add(line.values().containsKey("fields") ? cell(line.fields()) : "");
        Map<String, Object> rest = new LinkedHashMap<>(line.values());
        EVENT_COLUMNS.forEach(rest::remove);
        rest.remove("fields");
        row.add(rest.isEmpty() ? "" : cell(rest));
        return row;
    }

    /** The last value of each metric, a row each: {@code metrics-final.csv}. */
    public static void metrics(Map<String, Object> metrics, OutputStream out) throws IOException {
        CsvWriter csv = on(out);
        List<String> head = new ArrayList<>(List.of("metric", "value"));
        head.addAll(MEASURES);
        csv.writeRecord(head);
        for (Map.Entry<String, Object> metric : metrics.entrySet()) {
            Map<?, ?> summary = metric.getValue() instanceof Map<?, ?> map ? map : Map.of();
            List<String> row = new ArrayList<>();
            row.add(cell(metric.getKey()));
            row.add(summary.isEmpty() ? cell(metric.getValue()) : "");
            MEASURES.forEach(measure -> row.add(cell(summary.get(measure))));
            csv.writeRecord(row);
        }
        csv.flush();
    }

    /** The expectations, a row each: {@code verdicts.csv}. */
    public static void verdicts(List<Object> expectations, OutputStream out) throws IOException {
        CsvWriter csv = on(out);
        List<String> columns = List.of(
                "text", "place", "verdict", "points", "pointsPossible", "time", "values", "cause");
        csv.writeRecord(columns);
        for (Object expectation : expectations) {
            Map<?, ?> values = (Map<?, ?>) expectation;
            csv.writeRecord(columns.stream().map(column -> cell(values.get(column))).toList());
        }
        csv.flush();
    }

    /** The peers of each snapshot, a row each: {@code nodes.csv}. */
    public static void nodes(List<StoredTopology> snapshots, OutputStream out) throws IOException {
        CsvWriter csv = on(out);
        csv.writeRecord("snapshot", "time_s", "id", "up", "role", "group", "region", "values");
        for (StoredTopology stored : snapshots) {
            Topology topology = stored.snapshot().topology();
            for (Topology.Node node : topology.nodes()) {
                csv.writeRecord(cell(stored.snapshot().name()), Numerals.of(topology.time().seconds()),
                        cell(node.id().name()), Boolean.toString(node.isUp()), cell(node.role()),
                        cell(node.group()), cell(node.region()), cell(PlainValues.of(node.values())));
            }
        }
        csv.flush();
    }

    /** Who knew whom in each snapshot, a row each: {@code edges.csv}. */
    public static void edges(List<StoredTopology> snapshots, OutputStream out) throws IOException {
        CsvWriter csv = on(out);
        csv.writeRecord("snapshot", "time_s", "from", "to", "kind");
        for (StoredTopology stored : snapshots) {
            Topology topology = stored.snapshot().topology();
            for (Topology.Edge edge : topology.edges()) {
                csv.writeRecord(cell(stored.snapshot().name()), Numerals.of(topology.time().seconds()),
                        cell(edge.from().name()), cell(edge.to().name()), cell(edge.kind()));
            }
        }
        csv.flush();
    }

    private static CsvWriter on(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new OutputStreamWriter(out, UTF_8));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Numerals.of(number) : "";
        }
        if (value instanceof String text) {
            boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
            return isFormula ? "'" + text : text;
        }
        return value instanceof Long || value instanceof Boolean ? value.toString() : Json.line(value);
    }
}
