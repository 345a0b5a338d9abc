package peerlab.engine.observe;

import java.util.List;
import java.util.Map;

import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Theory;

/**
 * The metrics of a finished run.
 *
 * @param values the last value of every metric by dotted name, in the order of the catalogue; narrowed ones
 *     such as {@code messages['FindNode'].sent} after the whole
 * @param series what was seen window by window, in the order of time
 * @param theory what theory says of some of them
 */
public record MetricReport(Map<String, Value> values, List<Point> series, List<Theory> theory) {

    /** Metrics of which theory says nothing. */
    public MetricReport(Map<String, Value> values, List<Point> series) {
        this(values, series, List.of());
    }

    /** The last value of a metric. */
    public sealed interface Value {
        Unit unit();
    }

    /** A counter, a gauge or a rate; NaN where it has no value. */
    public record Scalar(double value, Unit unit) implements Value {
    }

    /** A distribution, summed up; the values are NaN where it is empty. */
    public record Summary(
            long count, double mean, double min, double p50, double p90, double p95, double p99, double max,
                    Unit unit)
            implements Value {
    }

    /** The value of a metric over the window that ends at a time, in seconds. */
    public record Point(double seconds, String metric, double value) {
    }
}
