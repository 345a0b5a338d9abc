package peerlab.engine.base;

/** How far something is ahead of where it should be or, negative, behind: in whole nanoseconds. */
public record Offset(long nanos) implements Comparable<Offset> {

    public static final Offset NONE = new Offset(0);

    public static Offset of(Span ahead) {
        return new Offset(ahead.nanos());
    }

    public double seconds() {
        return nanos / 1e9;
    }

    @Override
    public int compareTo(Offset other) {
        return Long.compare(nanos, other.nanos);
    }

    /** As a span with its sign: {@code -300 ms}. */
    @Override
    public String toString() {
        return nanos < 0 ? "-" + new Span(-nanos) : new Span(nanos).toString();
    }
}
