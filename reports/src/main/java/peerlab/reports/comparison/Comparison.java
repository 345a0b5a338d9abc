package peerlab.reports.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import peerlab.engine.base.Unit;
import peerlab.engine.observe.MetricReport;

/**
 * The metrics of several runs of one scenario. Runs that differ by their seeds only are one cell; cells
 * differ by the values of the axes. Where there are no axes each seed is a cell.
 */
public final class Comparison {

    /** The axis of runs that differ by their seeds only. */
    public static final String SEED = "seed";

    private final List<String> axes;
    private final boolean isOfSeeds;
    private final Map<List<String>, List<Map<String, Double>>> cells = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();

    public Comparison(List<String> axes) {
        this.isOfSeeds = axes.isEmpty();
        this.axes = isOfSeeds ? List.of(SEED) : List.copyOf(axes);
    }

    /**
     * Takes the next run.
     *
     * @param cell the value of each axis
     */
    public void add(List<String> cell, long seed, MetricReport report) {
        Map<String, Double> values = new LinkedHashMap<>();
        report.values().forEach((name, value) -> {
            if (value instanceof MetricReport.Summary summary) {
                units.put(name + ".count", Unit.NUMBER);
                values.put(name + ".count", (double) summary.count());
                measures(summary).forEach((measure, number) -> {
                    units.put(name + "." + measure, summary.unit());
                    values.put(name + "." + measure, number);
                });
            } else if (value instanceof MetricReport.Scalar scalar) {
                units.put(name, scalar.unit());
                values.put(name, scalar.value());
            }
        });
        cells.computeIfAbsent(isOfSeeds ? List.of(Long.toString(seed)) : List.copyOf(cell),
                c -> new ArrayList<>()).add(values);
    }

    private static Map<String, Double> measures(MetricReport.Summary summary) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("mean", summary.mean());
        measures.put("min", summary.min());
        measures.put("p50", summary.p50());
        measures.put("p90", summary.p90());
        measures.put("p95", summary.p95());
        measures.put("p99", summary.p99());
        measures.put("max", summary.max());
        return measures;
    }

    /** The names of the axes. */
    public List<String> axes() {
        return axes;
    }

    /** The values of the axes in each cell, in the order in which they came. */
    public List<List<String>> cells() {
        return List.copyOf(cells.keySet());
    }

    /** The values that an axis has. */
    public List<String> valuesOf(String axis) {
        int place = axes.indexOf(axis);
        Set<String> values = new LinkedHashSet<>();
        cells.keySet().forEach(cell -> values.add(cell.get(place)));
        return List.copyOf(values);
    }

    /** All metrics that any run has. */
    public List<String> metrics() {
        return List.copyOf(units.keySet());
    }

    /** Those of some names that any run has; a distribution is known by its mean. */
    public List<String> known(List<String> names) {
        Set<String> known = new LinkedHashSet<>();
        for (String name : names) {
            if (units.containsKey(name)) {
                known.add(name);
            } else if (units.containsKey(name + ".mean")) {
                known.add(name + ".mean");
            }
        }
        return List.copyOf(known);
    }

    public Unit unit(String metric) {
        return units.getOrDefault(metric, Unit.NUMBER);
    }

    /** What a metric came to in a cell. */
    public Estimate estimate(List<String> cell, String metric) {
        return Estimate.of(cells.getOrDefault(cell, List.of()).stream()
                .map(run -> run.getOrDefault(metric, Double.NaN)).toList());
    }
}
