package peerlab.engine.protocol;

import peerlab.engine.base.Unit;

/** A number that a run shows, and what it means in one line. */
public record MetricSpec(String name, Kind kind, Unit unit, String summary) {

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
}
