package peerlab.engine.observe;

import peerlab.engine.base.Unit;

/** A metric as a condition reads it. */
public interface Reading {

    /**
     * The value at an instant that is not before any earlier one asked for; NaN while there is none: no get
     * ever ran.
     */
    double at(long nanos);

    /** Grows whenever an event may have changed the value. */
    long version();

    /**
     * The next instant at which the passing of time alone changes the value; {@code Long.MAX_VALUE} if never.
     */
    default long nextExpiry(long nanos) {
        return Long.MAX_VALUE;
    }

    Unit unit();

    /** For a rate, how many of how many did not count towards it, as text: "3 of 25"; empty otherwise. */
    default String detail(long nanos) {
        return "";
    }
}
