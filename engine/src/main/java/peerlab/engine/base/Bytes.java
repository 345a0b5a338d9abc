package peerlab.engine.base;

/** A number of bytes: the size of a value, a message, a cache. */
public record Bytes(long count) implements Comparable<Bytes> {

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("a size is not negative, found " + count + " bytes");
        }
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }

    /** In the largest binary unit that gives a whole number: {@code 64 KiB}, {@code 1500 B}. */
    @Override
    public String toString() {
        long rest = count;
        String unit = "B";
        for (int i = 0; i < UNITS.length && rest != 0 && rest % 1024 == 0; i++) {
            rest /= 1024;
            unit = UNITS[i];
        }
        return rest + " " + unit;
    }
}
