package peerlab.engine.kernel;

import java.util.Arrays;

/**
 * The order of the events of one calendar slot: by time, and by position where the times are equal. The times
 * within a slot are few bits, so each is packed with its position into a long, and longs are sorted as
 * numbers.
 */
final class SlotOrder {

    /** Below this, comparing is faster than counting. */
    private static final int COUNTING_THRESHOLD = 400;
    private static final int DIGIT_BITS = 10;
    private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

    private final long timeMask;
    private final int[] counts = new int[1 << DIGIT_BITS];
    private long[] keys = new long[64];
    private long[] otherKeys = new long[64];

    /** @param timeMask the bits of a time that differ within a slot: at most two digits */
    SlotOrder(long timeMask) {
        this.timeMask = timeMask;
    }

    /** The position, among the events last sorted, of the one with the given rank. */
    int position(int rank) {
        return (int) keys[rank];
    }

    void sort(Event[] events, int count) {
        if (keys.length < count) {
            keys = new long[events.length];
            otherKeys = new long[events.length];
        }
        for (int i = 0; i < count; i++) {
            keys[i] = (events[i].time & timeMask) << Integer.SIZE | i;
        }
        if (count < COUNTING_THRESHOLD) {
            Arrays.sort(keys, 0, count);
        } else {
            countingPass(count, Integer.SIZE);
            countingPass(count, Integer.SIZE + DIGIT_BITS);
        }
    }

    /** One stable pass of a radix sort over the digit at the given bit. */
    private void countingPass(int count, int shift) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < count; i++) {
            counts[(int) (keys[i] >>> shift) & DIGIT_MASK]++;
        }
        int position = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int here = counts[digit];
            counts[digit] = position;
            position += here;
        }
        for (int i = 0; i < count; i++) {
            otherKeys[counts[(int) (keys[i] >>> shift) & DIGIT_MASK]++] = keys[i];
        }
        long[] swap = keys;
        keys = otherKeys;
        otherKeys = swap;
    }
}
