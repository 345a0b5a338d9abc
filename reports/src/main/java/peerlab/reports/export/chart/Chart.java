package peerlab.reports.export.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.engine.observe.MetricReport;
import peerlab.engine.trace.TraceLine;
import peerlab.reports.stored.Lines;

/**
 * A metric over time: a line, or one for each percentile of a distribution, and the faults meanwhile.
 *
 * @param name of the metric
 */
public record Chart(String name, List<Line> lines, List<Band> bands) {

    private static final Pattern MEASURE = Pattern.compile("(?s)(.*)\\.(mean|min|p50|p90|p95|p99|max)");

    /** What is drawn in one colour: seconds and values, as many of both. */
    public record Line(String name, double[] seconds, double[] values) {
    }

    /** A fault, from when until when, in seconds. */
    public record Band(String name, double from, double to) {
    }

    /** A chart for each metric that was seen over time, in the order of their names. */
    public static List<Chart> of(List<MetricReport.Point> series, List<Band> bands) {
        Map<String, Map<String, List<MetricReport.Point>>> charts = new java.util.TreeMap<>();
        for (MetricReport.Point point : series) {
            if (Double.isFinite(point.value())) {
                Matcher measure = MEASURE.matcher(point.metric());
                boolean isMeasure = measure.matches();
                charts.computeIfAbsent(isMeasure ? measure.group(1) : point.metric(),
                        name -> new LinkedHashMap<>())
                        .computeIfAbsent(isMeasure ? measure.group(2) : point.metric(),
                                name -> new ArrayList<>())
                        .add(point);
            }
        }
        List<Chart> all = new ArrayList<>();
        charts.forEach((name, lines) -> all.add(new Chart(name,
                lines.entrySet().stream().map(line -> line(line.getKey(), line.getValue())).toList(),
                bands)));
        return all;
    }

    private static Line line(String name, List<MetricReport.Point> points) {
        return new Line(name, points.stream().mapToDouble(MetricReport.Point::seconds).toArray(),
                points.stream().mapToDouble(MetricReport.Point::value).toArray());
    }

    /** The faults of a trace; one that does not end lasts as long as the run. */
    public static List<Band> faults(Lines trace, double end) throws java.io.IOException {
        List<Band> bands = new ArrayList<>();
        Map<Long, TraceLine> active = new LinkedHashMap<>();
        trace.goThrough(line -> {
            if (line.kind().equals("fault") && line.id().isPresent()) {
                if (line.text("change").filter("begins"::equals).isPresent()) {
                    active.put(line.id().get(), line);
                } else if (active.containsKey(line.id().get())) {
                    bands.add(band(active.remove(line.id().get()), line.time().seconds()));
                }
            }
            return true;
        });
        active.values().forEach(begun -> bands.add(band(begun, end)));
        return bands;
    }

    private static Band band(TraceLine begun, double end) {
        String words = begun.text("words").orElse("");
        return new Band((begun.text("fault").orElse("fault") + " " + words).strip(), begun.time().seconds(),
                end);
    }
}
