package peerlab.engine.check;

/** The instants that wait for an answer, oldest first. One answer serves all of them. */
final class Pending {

    /**
     * Beyond this many, further ones are counted and not kept: they can only fail where an older one has
     * failed, so the verdict stays right and the number of failures becomes a lower bound.
     */
    static final int MOST = 1 << 16;

    private long[] times = new long[16];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long oldest() {
        return times[first];
    }

    void add(long nanos) {
        if (size == MOST) {
            return;
        }
        if (first + size == times.length) {
            long[] target = size > times.length / 2 ? new long[2 * times.length] : times;
            System.arraycopy(times, first, target, 0, size);
            times = target;
            first = 0;
        }
        times[first + size++] = nanos;
    }

    void removeOldest() {
        first++;
        size--;
    }

    int size() {
        return size;
    }

    void clear() {
        first = 0;
        size = 0;
    }
}
