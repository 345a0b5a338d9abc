package peerlab.engine.base;

/** How much faster than true time a clock runs or, negative, slower: in parts per million. */
public record Drift(double ppm) implements Comparable<Drift> {

    public static final Drift NONE = new Drift(0);

    /** A clock of this drift runs at half the speed of time. */
    public static final double LEAST_PPM = -500_000;
    /** A clock of this drift runs at twice the speed of time. */
    public static final double MOST_PPM = 1_000_000;

    public Drift {
        if (!(ppm >= LEAST_PPM && ppm <= MOST_PPM)) {
            throw new IllegalArgumentException("a clock drifts by " + Numerals.of(LEAST_PPM) + " to "
                    + Numerals.of(MOST_PPM) + " ppm, found " + ppm);
        }
    }

    /** What a clock gains on true time in a nanosecond. */
    public double rate() {
        return ppm / 1e6;
    }

    @Override
    public int compareTo(Drift other) {
        return Double.compare(ppm, other.ppm);
    }

    @Override
    public String toString() {
        return Numerals.of(ppm) + " ppm";
    }
}
