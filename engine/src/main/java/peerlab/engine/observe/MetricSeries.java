package peerlab.engine.observe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.spec.Expression;

/**
 * Every metric, window by window: counters by how much they grew, rates and distributions over the window,
 * gauges as they stand at its end. A metric appears from the first window in which it has a value other than
 * 0.
 */
public final class MetricSeries {

    /** More windows than this are not kept: a longer run gets longer windows. */
    private static final long MOST_WINDOWS = 1_000;
    private static final long SHORTEST = 1_000_000_000L;
    private static final List<String> MEASURES = List.of("count", "mean", "p50", "p95", "max");

    private final long width;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<MetricReport.Point> points = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long next;

    /** @param end when the run will end, in nanoseconds */
    public MetricSeries(MetricCatalog catalog, Metrics metrics, long end) {
        long shortest = (end + MOST_WINDOWS - 1) / MOST_WINDOWS;
        this.width = Math.max(SHORTEST, (shortest + SHORTEST - 1) / SHORTEST * SHORTEST);
        this.next = width;
        for (MetricSpec spec : catalog.all()) {
            if (!spec.name().startsWith("topology.")) {
                follow(spec, metrics);
            }
        }
    }

    private void follow(MetricSpec spec, Metrics metrics) {
        switch (spec.kind()) {
            case COUNTER -> columns.put(spec.name(), new Growth(metrics.counter(spec.name())));
            case RATE -> {
                Growth above = new Growth(metrics.counter(spec.numerator()));
                Growth below = new Growth(metrics.counter(spec.denominator()));
                columns.put(spec.name(), at -> above.valueAt(at) / below.valueAt(at));
            }
            case GAUGE -> columns.put(spec.name(), read(metrics, spec.name(), Optional.empty())::at);
            case DISTRIBUTION -> MEASURES.forEach(measure -> {
                String name = spec.name() + "." + measure;
                columns.put(name, read(metrics, name, Optional.of(Span.nanos(width)))::at);
            });
        }
    }

    private static Reading read(Metrics metrics, String name, Optional<Span> window) {
        return metrics.reading(new Expression.Metric(name, Optional.empty(), SourcePlace.NOWHERE), window);
    }

    /**
     * The value of one metric for the window that ends at an instant; asked once for each window, in order.
     */
    private interface Column {
        double valueAt(long end);
    }

    /** How much a counter grew since it was last asked. */
    private static final class Growth implements Column {

        private final CounterCell cell;
        private long before;

        Growth(CounterCell cell) {
            this.cell = cell;
        }

        @Override
        public double valueAt(long end) {
            double growth = cell.value() - before;
            before = cell.value();
            return growth;
        }
    }

    /** The next instant at which a window ends. */
    public long next() {
        return next;
    }

    /** Closes all windows that end before an instant. */
    public void passTo(long nanos) {
        while (next < nanos) {
            close(next);
            next += width;
        }
    }

    /** Closes the last window, which may be shorter. */
    public List<MetricReport.Point> finish(long end) {
        passTo(end);
        if (end > next - width) {
            close(end);
        }
        return points;
    }

    private void close(long at) {
        columns.forEach((name, column) -> {
            double value = column.valueAt(at);
            if (!Double.isNaN(value) && (value != 0 || seen.contains(name))) {
                seen.add(name);
                points.add(new MetricReport.Point(at / 1e9, name, value));
            }
        });
    }
}
