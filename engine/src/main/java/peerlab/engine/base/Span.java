package peerlab.engine.base;

/** A length of virtual time, in whole nanoseconds. */
public record Span(long nanos) implements Comparable<Span> {

    public static final Span ZERO = new Span(0);

    public Span {
        if (nanos < 0) {
            throw new IllegalArgumentException("a span is not negative, found " + nanos + " ns");
        }
    }

    public static Span nanos(long nanos) {
        return new Span(nanos);
    }

    public static Span micros(long micros) {
        return new Span(Math.multiplyExact(micros, 1_000L));
    }

    public static Span millis(long millis) {
        return new Span(Math.multiplyExact(millis, 1_000_000L));
    }

    public static Span seconds(long seconds) {
        return new Span(Math.multiplyExact(seconds, 1_000_000_000L));
    }

    public static Span minutes(long minutes) {
        return seconds(Math.multiplyExact(minutes, 60L));
    }

    public static Span hours(long hours) {
        return seconds(Math.multiplyExact(hours, 3_600L));
    }

    public double seconds() {
        return nanos / 1e9;
    }

    public boolean isZero() {
        return nanos == 0;
    }

    @Override
    public int compareTo(Span other) {
        return Long.compare(nanos, other.nanos);
    }

    /**
     * In the largest unit that gives a whole number, as a scenario would write it: {@code 200 ms},
     * {@code 20 s}.
     */
    @Override
    public String toString() {
        if (nanos == 0) {
            return "0 s";
        }
        if (nanos % 3_600_000_000_000L == 0) {
            return nanos / 3_600_000_000_000L + " h";
        }
        if (nanos % 60_000_000_000L == 0) {
            return nanos / 60_000_000_000L + " min";
        }
        if (nanos >= 1_000_000_000L) {
            return Decimals.plain(nanos, 9) + " s";
        }
        if (nanos >= 1_000_000L) {
            return Decimals.plain(nanos, 6) + " ms";
        }
        return Decimals.plain(nanos, 3) + " us";
    }
}
