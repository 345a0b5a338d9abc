package peerlab.engine.kernel;

import java.util.Arrays;

/**
 * The order of the events of one calendar slot: by time, and by position where the times are equal. The times
 * within a slot are few bits, so each is packed with its position into a long, and longs are sorted as
 * numbers.
 */
final class SlotOrder {

    /** Below this, comparing is faster than counting. */
    private static final int FEW = 40;
    /** From here on wide digits, and so fewer passes, are worth their larger table of counts. */
    private static final int MANY = 700;
    private static final int NARROW_DIGIT = 7;
    private static final int WIDE_DIGIT = 10;

    private final long timeMask;
    private final int[] counts = new int[1 << WIDE_DIGIT];
    private long[] keys = new long[64];
    private long[] otherKeys = new long[64];

    /** @param timeMask the bits of a time that differ within a slot */
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
        if (count < FEW) {
            Arrays.sort(keys, 0, count);
            return;
        }
        int digitBits = count < MANY ? NARROW_DIGIT : WIDE_DIGIT;
        for (int shift = 0; timeMask >>> shift != 0; shift += digitBits) {
            countingPass(count, Integer.SIZE + shift, digitBits);
        }
    }

    /** One stable pass of a radix sort over the digit at the given bit. */
    private void countingPass(int count, int shift, int digitBits) {
        int digits = 1 << digitBits;
        int mask = digits - 1;
        Arrays.fill(counts, 0, digits, 0);
        for (int i = 0; i < count; i++) {
            counts[(int) (keys[i] >>> shift) & mask]++;
        }
        int position = 0;
        for (int digit = 0; digit < digits; digit++) {
            int here = counts[digit];
            counts[digit] = position;
            position += here;
        }
        for (int i = 0; i < count; i++) {
            otherKeys[counts[(int) (keys[i] >>> shift) & mask]++] = keys[i];
        }
        long[] swap = keys;
        keys = otherKeys;
        otherKeys = swap;
    }
}
