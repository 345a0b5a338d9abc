package peerlab.cache;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;

/**
 * How long an entry may be served: while its age is less than its time to live.
 *
 * @param ttl the longest
 * @param slides whether age is counted from the last use, in the place of when the value came in
 * @param jitter how much shorter than {@code ttl} the time of an entry may be: each draws its own, so that
 *     entries which came in together do not all expire together
 */
public record Lifetime(Span ttl, boolean slides, Ratio jitter) {

    /** Entries do not grow old. */
    public static final Lifetime UNLIMITED = new Lifetime(new Span(Long.MAX_VALUE), false, Ratio.NONE);

    public Lifetime {
        if (ttl.isZero()) {
            throw new IllegalArgumentException("a time to live is longer than nothing");
        }
        if (!jitter.isPart()) {
            throw new IllegalArgumentException("jitter lies between 0% and 100%, found " + jitter);
        }
    }

    public static Lifetime fixed(Span ttl) {
        return new Lifetime(ttl, false, Ratio.NONE);
    }

    public static Lifetime sliding(Span ttl) {
        return new Lifetime(ttl, true, Ratio.NONE);
    }

    public Lifetime withJitter(Ratio share) {
        return new Lifetime(ttl, slides, share);
    }

    boolean isUnlimited() {
        return ttl.nanos() == Long.MAX_VALUE;
    }

    /** The time to live of one entry, at least a nanosecond. */
    long draw(RandomSource random) {
        long most = ttl.nanos();
        long spread = (long) (most * jitter.value());
        return spread == 0 ? most : Math.max(1, most - random.nextLong(spread + 1));
    }
}
