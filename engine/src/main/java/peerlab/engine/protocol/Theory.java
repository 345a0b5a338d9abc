package peerlab.engine.protocol;

import peerlab.engine.base.SimTime;

/**
 * What theory says of a metric: a number to be drawn beside what was measured.
 *
 * @param metric by dotted name; of a distribution, the whole or one measure
 * @param value in the metric's unit
 * @param from the first instant that it is meant for, and {@code to} the last
 * @param formula what was computed, with its numbers: {@code K/(n+1) = 91 of 1000 keys}
 * @param source who found it
 */
public record Theory(String metric, double value, SimTime from, SimTime to, String formula, String source) {

    /** For as long as a run goes on. */
    public Theory(String metric, double value, String formula, String source) {
        this(metric, value, SimTime.ZERO, new SimTime(Long.MAX_VALUE), formula, source);
    }

    /** Whether it is a number at all. */
    public boolean hasValue() {
        return Double.isFinite(value);
    }
}
