package peerlab.engine.network;

import peerlab.engine.base.Ratio;

/**
 * By what chance a rule touches a message at all: where the number that the rule's key draws for it is below
 * a bound. Asked before the rule is, so that rules which seldom do anything cost next to nothing.
 */
public record Chance(long key, long bound) {

    /** Touches every message, whatever is drawn. */
    static final Chance ALWAYS = new Chance(0, Long.MAX_VALUE);

    /** The number of bits of a draw: of so many a double can tell all values from each other. */
    static final int BITS = 53;

    static Chance of(Ratio share, long key) {
        return new Chance(key, bound(share.value()));
    }

    /** What a draw is below with a probability. */
    static long bound(double probability) {
        return (long) Math.ceil(probability * (1L << BITS));
    }

    boolean touches(Transmission message) {
        return message.draw(key) < bound;
    }
}
