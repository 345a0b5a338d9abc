package peerlab.reports.page;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A set of numbers above 0 that takes no more than so many, in an open-addressed table. */
final class NumberSet {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int most;
    private long[] slots = new long[1 << 10];
    private int count;

    NumberSet(int most) {
        this.most = most;
    }

    /** Takes one in, where there is room. */
    void add(long number) {
        int at = slot(number);
        if (slots[at] == number || count >= most) {
            return;
        }
        slots[at] = number;
        count++;
        if (count * 2 > slots.length) {
            long[] before = slots;
            slots = new long[before.length * 2];
            for (long each : before) {
                if (each != 0) {
                    slots[slot(each)] = each;
                }
            }
        }
    }

    private int slot(long number) {
        int mask = slots.length - 1;
        int at = (int) ((number * MIX) >>> 32) & mask;
        while (slots[at] != 0 && slots[at] != number) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** All of them, the smallest first. */
    LongStream sorted() {
        return Arrays.stream(slots).filter(number -> number != 0).sorted();
    }
}
