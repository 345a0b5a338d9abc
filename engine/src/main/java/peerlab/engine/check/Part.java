package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression;

/**
 * A part of a condition, with the value that it had when it was last looked at. A truth is 1 or 0, and NaN
 * stands for a value that does not exist. Looking again costs a comparison of versions where nothing
 * changed.
 */
abstract class Part {

    /** In the place of a peer's index: any peer may have changed. */
    static final int ALL = -1;
    /** In the place of a peer's index: no peer changed, only time passed. */
    static final int NOBODY = -2;

    private final Expression expression;
    private double value = Double.NaN;
    private long version;

    Part(Expression expression) {
        this.expression = expression;
    }

    /** Brings the value up to date at an instant, which is not before the last one. */
    abstract void refresh(long nanos, int touched);

    /**
     * The next instant at which the passing of time alone changes the value; {@code Long.MAX_VALUE} if
     * never.
     */
    abstract long nextChange();

    abstract Unit unit();

    /** What it is made of, as far as its value at this instant can be said part by part. */
    abstract List<Part> operands();

    /** The word that is its value; null where the value is a number or a truth. */
    String word() {
        return null;
    }

    /** Whether it is the same throughout the run. */
    boolean isGiven() {
        return false;
    }

    /**
     * What belongs behind the value in brackets: how many of how many, which peers; empty where nothing
     * does.
     */
    String detail(long nanos) {
        return "";
    }

    /** The value as text. */
    String figure() {
        return word() != null ? "'" + word() + "'" : Figures.value(value, unit());
    }

    final double value() {
        return value;
    }

    /** Grows whenever the value changes. */
    final long version() {
        return version;
    }

    final Expression expression() {
        return expression;
    }

    /** Takes a value. */
    final void become(double next) {
        if (Double.compare(next, value) != 0) {
            value = next;
            version++;
        }
    }

    /** Says that the value changed in a way that no number shows. */
    final void change() {
        version++;
    }
}
