package peerlab.engine.kernel;

import java.util.Arrays;

/**
 * The order of the events of one calendar slot: by time, and as they came where the times are equal. The
 * times
 * within a slot are few bits, so each is packed with the position of its event into a long, and longs are
 * sorted as numbers.
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
    private long[] keys = new long[256];
    private long[] otherKeys = new long[keys.length];

    /** @param timeMask the bits of a time that differ within a slot */
    SlotOrder(long timeMask) {
        this.timeMask = timeMask;
    }

    /** The position, among the events last sorted, of the one with the given rank. */
    int position(int rank) {
        return (int) keys[rank];
    }

    /** Sorts the events of a chain, which are in the order of their sequence; returns how many they are. */
    int sort(EventBlocks blocks, int chain) {
        int count = readKeys(blocks, chain);
        if (count < FEW) {
            insert(count);
            return count;
        }
        int digitBits = count < MANY ? NARROW_DIGIT : WIDE_DIGIT;
        for (int shift = 0; timeMask >>> shift != 0; shift += digitBits) {
            countingPass(count, Integer.SIZE + shift, digitBits);
        }
        return count;
    }

    private int readKeys(EventBlocks blocks, int chain) {
        int count = 0;
        int block = blocks.firstBlock(chain);
        for (boolean isLast = false; !isLast; block = blocks.nextBlock(block)) {
            isLast = blocks.isLast(block, chain);
            if (keys.length - count < blocks.blockSize()) {
                keys = Arrays.copyOf(keys, keys.length * 2);
                otherKeys = new long[keys.length];
            }
            int end = blocks.end(block, chain);
            for (int position = blocks.begin(block); position < end; position++) {
                keys[count++] = (blocks.at(position).time & timeMask) << Integer.SIZE | position;
            }
        }
        return count;
    }

    /** A stable insertion sort. */
    private void insert(int count) {
        for (int i = 1; i < count; i++) {
            long key = keys[i];
            int hole = i;
            while (hole > 0 && keys[hole - 1] >>> Integer.SIZE > key >>> Integer.SIZE) {
                keys[hole] = keys[hole - 1];
                hole--;
            }
            keys[hole] = key;
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
