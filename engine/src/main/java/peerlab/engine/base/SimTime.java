package peerlab.engine.base;

/** An instant of virtual time: nanoseconds since the run began. */
public record SimTime(long nanos) implements Comparable<SimTime> {

    public static final SimTime ZERO = new SimTime(0);

    public SimTime {
        if (nanos < 0) {
            throw new IllegalArgumentException(
                    "a run begins at 0 s; there is no instant at " + nanos + " ns");
        }
    }

    public SimTime plus(Span span) {
        return new SimTime(Math.addExact(nanos, span.nanos()));
    }

    /** The span from an earlier instant to this one. */
    public Span since(SimTime earlier) {
        return new Span(nanos - earlier.nanos);
    }

    public boolean isBefore(SimTime other) {
        return nanos < other.nanos;
    }

    public double seconds() {
        return nanos / 1e9;
    }

    @Override
    public int compareTo(SimTime other) {
        return Long.compare(nanos, other.nanos);
    }

    /** In seconds, exact, without trailing zeros: {@code 51.48 s}. */
    @Override
    public String toString() {
        return Decimals.plain(nanos, 9) + " s";
    }
}
