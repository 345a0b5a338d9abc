package peerlab.cache;

import peerlab.engine.base.Bytes;

/**
 * How much a cache holds: a number of entries, or a number of bytes.
 *
 * @param areEntries whether entries are counted, whatever their sizes
 */
public record Capacity(long amount, boolean areEntries) {

    public Capacity {
        if (amount <= 0) {
            throw new IllegalArgumentException("a cache has room for something, found " + amount);
        }
    }

    public static Capacity entries(long count) {
        return new Capacity(count, true);
    }

    public static Capacity bytes(Bytes bytes) {
        return new Capacity(bytes.count(), false);
    }

    /** What an entry of this many bytes takes of it. */
    long weight(long size) {
        return areEntries ? 1 : size;
    }

    @Override
    public String toString() {
        return areEntries ? Long.toString(amount) : new Bytes(amount).toString();
    }
}
