package peerlab.engine.protocol;

import java.util.OptionalDouble;

import peerlab.engine.base.Span;

/**
 * Whether an unanswered request is sent again, and when.
 *
 * @param most how often one request is sent again
 * @param pause the longest wait before the first repeat; it doubles with each further one, and how much of it
 *     is waited is drawn anew each time, so that those who failed together do not come back together
 *     (exponential back-off with full jitter)
 * @param budget how many repeats there may be for each first request, over all of a peer's requests, beside
 *     the few that a full bucket of {@value #RESERVE} allows; empty for any number
 */
public record Repeats(int most, Span pause, OptionalDouble budget) {

    /** Of a budget so many repeats may be saved up. */
    public static final int RESERVE = 10;

    public Repeats {
        if (most < 0) {
            throw new IllegalArgumentException("a request is repeated 0 times or more, found " + most);
        }
    }

    /** At once, and whatever it costs the others. */
    public static Repeats atOnce(int most) {
        return new Repeats(most, Span.ZERO, OptionalDouble.empty());
    }
}
