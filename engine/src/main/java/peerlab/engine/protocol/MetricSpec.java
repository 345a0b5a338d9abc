package peerlab.engine.protocol;

import peerlab.engine.base.Unit;

/**
 * A number that a run shows, and what it means in one line.
 *
 * @param numerator for a rate, the counter above the line; else empty
 * @param denominator for a rate, the counter below the line; else empty
 */
public record MetricSpec(
        String name, Kind kind, Unit unit, String summary, String numerator, String denominator) {

    /** How a metric comes about, and so what a window means for it. */
    public enum Kind {
        /** Only grows; over a window, by how much. */
        COUNTER,
        /** A value at an instant. */
        GAUGE,
        /** One counter over another; meaningless without a window, except at the end. */
        RATE,
        /** Many values: has {@code .count .mean .min .p50 .p90 .p95 .p99 .max}. */
        DISTRIBUTION
    }

    /** Anything but a rate. */
    public MetricSpec(String name, Kind kind, Unit unit, String summary) {
        this(name, kind, unit, summary, "", "");
    }

    /** A share: one counter over another that includes it. */
    public static MetricSpec rate(String name, String numerator, String denominator, String summary) {
        return new MetricSpec(name, Kind.RATE, Unit.RATIO, summary, numerator, denominator);
    }
}
