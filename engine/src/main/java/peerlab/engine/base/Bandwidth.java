package peerlab.engine.base;

/** How much a line carries, in whole bits a second. Its units are decimal, as those of networks are. */
public record Bandwidth(long bitsPerSecond) implements Comparable<Bandwidth> {

    private static final String[] UNITS = {"kbps", "Mbps", "Gbps"};
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    public Bandwidth {
        if (bitsPerSecond <= 0) {
            throw new IllegalArgumentException(
                    "a line carries something, found " + bitsPerSecond + " bits a second");
        }
    }

    /** How long so many bytes take, to the nearest nanosecond. */
    public long nanosFor(long bytes) {
        long bits = Math.multiplyExact(bytes, 8L);
        long rest = bits % bitsPerSecond;
        return Math.addExact(Math.multiplyExact(bits / bitsPerSecond, NANOS_A_SECOND),
                StrictMath.round((double) rest * NANOS_A_SECOND / bitsPerSecond));
    }

    @Override
    public int compareTo(Bandwidth other) {
        return Long.compare(bitsPerSecond, other.bitsPerSecond);
    }

    /** In the largest unit that gives a whole number: {@code 10 Mbps}, {@code 1500 kbps}. */
    @Override
    public String toString() {
        long rest = bitsPerSecond;
        String unit = "bps";
        for (int i = 0; i < UNITS.length && rest % 1000 == 0; i++) {
            rest /= 1000;
            unit = UNITS[i];
        }
        return rest + " " + unit;
    }
}
