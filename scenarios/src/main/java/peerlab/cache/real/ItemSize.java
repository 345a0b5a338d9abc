package peerlab.cache.real;

/**
 * What a value takes of a memcached server's memory: its item, rounded up to the chunk of its slab class.
 * Chunks begin at 96 bytes and grow by a quarter, in steps of eight bytes (slabs.c); an item has a head, a
 * version, its key with an end, and the value with a line's end (items.c).
 */
final class ItemSize {

    static final int HEAD = 48;
    static final int VERSION = 8;
    /** Larger items are refused. */
    static final long MOST = 1 << 20;

    private static final int LEAST_CHUNK = 96;
    private static final double GROWTH = 1.25;
    private static final int STEP = 8;
    /** Half of the largest item: beyond it, a value is kept in several chunks. */
    private static final long LARGEST_CHUNK = 512 * 1024;

    private ItemSize() {
    }

    static long of(String key, long valueBytes) {
        long bytes = HEAD + VERSION + key.length() + 1 + valueBytes + 2;
        return bytes > LARGEST_CHUNK ? bytes : chunk(bytes);
    }

    /** The smallest chunk that an item of so many bytes fits into. */
    static long chunk(long bytes) {
        double size = LEAST_CHUNK;
        while (size <= LARGEST_CHUNK / GROWTH) {
            long aligned = aligned((long) size);
            if (bytes <= aligned) {
                return aligned;
            }
            size = aligned * GROWTH;
        }
        return LARGEST_CHUNK;
    }

    private static long aligned(long bytes) {
        return (bytes + STEP - 1) / STEP * STEP;
    }
}
