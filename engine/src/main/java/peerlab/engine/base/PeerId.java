package peerlab.engine.base;

/**
 * The name of a peer: {@code p7}, or {@code cache3} for the third of a group named cache.
 *
 * <p>Inside a run a peer is also a dense index, so that tables over peers can be arrays. One object
 * stands for one peer throughout a run; spelling the name out is left until somebody reads it.
 */
public final class PeerId implements Comparable<PeerId> {

    private final int index;
    private final int number;
    private final String prefix;

    /**
     * @param index the position among all peers of the run, from 0
     * @param prefix the letters of the name: {@code p}, or the group's name
     * @param number the number after them, from 1
     */
    public PeerId(int index, String prefix, int number) {
        if (index < 0 || number < 0) {
            throw new IllegalArgumentException(
                    "peers are counted from 0 and named from 1: " + index + ", " + number);
        }
        this.index = index;
        this.prefix = prefix;
        this.number = number;
    }

    /** The peer {@code p1} for index 0, and so on: for unit specs and runs without named groups. */
    public static PeerId of(int index) {
        return new PeerId(index, "p", index + 1);
    }

    public int index() {
        return index;
    }

    public String name() {
        return prefix + number;
    }

    /** The letters of the name, for those who write names without building them. */
    public String prefix() {
        return prefix;
    }

    /** The number after the letters, from 1. */
    public int number() {
        return number;
    }

    @Override
    public int compareTo(PeerId other) {
        return Integer.compare(index, other.index);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PeerId that
                && index == that.index && number == that.number && prefix.equals(that.prefix);
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return name();
    }
}
