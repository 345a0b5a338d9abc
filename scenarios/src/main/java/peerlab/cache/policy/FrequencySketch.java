package peerlab.cache.policy;

/**
 * How often keys were asked for lately, in 4 bits each: a count-min sketch of four rows (Cormode and
 * Muthukrishnan 2005). It forgets by halving all counters after ten additions for each place of the table
 * (Einziger, Friedman and Manes 2017, section 3.3), so an estimate is of the recent past.
 */
final class FrequencySketch {

    static final int MOST = 15;

    private static final int ROWS = 4;
    private static final int SAMPLES_A_PLACE = 10;
    private static final int MOST_PLACES = 1 << 28;
    private static final long ODD_BITS = 0x1111_1111_1111_1111L;
    private static final long HALVES = 0x7777_7777_7777_7777L;
    /** The hash functions are those of Caffeine's simulator: the same keys collide here as there. */
    private static final long[] ROW_KEYS = {
        0xc3a5c85c97cb3127L, 0xb492b66fbe98f273L, 0x9ae16a3b2f90404fL, 0xcbf29ce484222325L};
    private static final int SPREAD = 0x45d9f3b;

    private long[] table;
    private int mask;
    private int additions;
    private int period;

    /** @param entries how many entries the cache has room for, as far as one knows */
    FrequencySketch(long entries) {
        table = new long[0];
        reach(entries);
    }

    /** Has a place for each of so many entries; where it grows it forgets what it knew. */
    void reach(long entries) {
        int wanted = (int) Math.min(Math.max(1, entries), MOST_PLACES);
        if (table.length >= wanted) {
            return;
        }
        int below = Integer.highestOneBit(wanted);
        table = new long[below == wanted ? wanted : below << 1];
        mask = table.length - 1;
        period = (int) Math.min(Integer.MAX_VALUE, (long) SAMPLES_A_PLACE * table.length);
    }

    /** At least how often the key was added since it was forgotten, up to 15; more where keys collide. */
    int frequency(long key) {
        int hash = spread(key);
        int least = MOST;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, (int) (table[place(hash, row)] >>> offset(hash, row) & MOST));
        }
        return least;
    }

    void add(long key) {
        int hash = spread(key);
        boolean isAdded = false;
        for (int row = 0; row < ROWS; row++) {
            int place = place(hash, row);
            long one = 1L << offset(hash, row);
            if ((table[place] & MOST * one) != MOST * one) {
                table[place] += one;
                isAdded = true;
            }
        }
        if (isAdded && ++additions == period) {
            halve();
        }
    }

    /** Odd counters lose half a use to rounding, which the count of additions makes up for. */
    private void halve() {
        int odd = 0;
        for (int i = 0; i < table.length; i++) {
            odd += Long.bitCount(table[i] & ODD_BITS);
            table[i] = table[i] >>> 1 & HALVES;
        }
        additions = additions - odd / ROWS >>> 1;
    }

    /** Sixteen counters lie in one place of the table: a key has one of four groups, a row one in that. */
    private static int offset(int hash, int row) {
        return ((hash & 3) << 2) + row << 2;
    }

    private int place(int hash, int row) {
        long mixed = (hash + ROW_KEYS[row]) * ROW_KEYS[row];
        return (int) (mixed + (mixed >>> 32)) & mask;
    }

    private static int spread(long key) {
        int folded = Long.hashCode(key);
        int once = (folded >>> 16 ^ folded) * SPREAD;
        int twice = (once >>> 16 ^ once) * SPREAD;
        return twice >>> 16 ^ twice;
    }
}
