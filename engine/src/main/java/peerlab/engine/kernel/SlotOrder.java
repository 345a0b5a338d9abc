package peerlab.engine.kernel;

import java.util.Arrays;

/**
 * Sorts the events of one calendar slot by time, keeping the order of those of one instant. The times within a slot are
 * few bits: they are packed with the positions into longs, which are sorted as numbers; the events are touched once.
 */
final class SlotOrder {

    /** Below this, comparing is faster than counting. */
    private static final int COUNTING_THRESHOLD = 400;
    private static final int DIGIT_BITS = 10;
    private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

    private final int[] counts = new int[1 << DIGIT_BITS];
    private long[] keys = new long[64];
    private long[] otherKeys = new long[0];
    private Event[] sorted = new Event[64];

    /** Returns an array with the first {@code count} events in order, and keeps the given one for later use. */
    Event[] sort(Event[] events, int count, long timeMask) {
        if (keys.length < count) {
            keys = new long[events.length];
            sorted = new Event[events.length];
        }
        for (int i = 0; i < count; i++) {
            Event event = events[i];
            event.next = null;
            keys[i] = (event.time & timeMask) << Integer.SIZE | i;
        }
        if (count < COUNTING_THRESHOLD) {
            Arrays.sort(keys, 0, count);
        } else {
            countingPass(count, Integer.SIZE);
            countingPass(count, Integer.SIZE + DIGIT_BITS);
        }
        Event[] result = sorted.length >= count ? sorted : new Event[events.length];
        for (int i = 0; i < count; i++) {
            result[i] = events[(int) keys[i]];
        }
        Arrays.fill(events, 0, count, null);
        sorted = events;
        return result;
    }

    /** One stable pass of a radix sort over the digit at the given bit. */
    private void countingPass(int count, int shift) {
        if (otherKeys.length < count) {
            otherKeys = new long[keys.length];
        }
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
