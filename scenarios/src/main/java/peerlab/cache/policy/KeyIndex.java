package peerlab.cache.policy;

/**
 * Finds the number that stands for a key: open addressing with linear probing, at most half full, keys and
 * numbers side by side in one array so that a look-up touches one line of memory. Nothing is boxed.
 */
public final class KeyIndex {

    public static final int ABSENT = -1;

    private static final int FIRST_CELLS = 16;
    private static final int MOST_CELLS = 1 << 29;
    /** 2^64 over the golden ratio: multiplication by it spreads neighbours (Knuth, volume 3, section 6.4). */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Of each cell the key, then the number plus one; zero there says that the cell is empty. */
    private long[] cells = new long[2 * FIRST_CELLS];
    private int mask = FIRST_CELLS - 1;
    private int shift = Long.SIZE - Integer.numberOfTrailingZeros(FIRST_CELLS);
    private int size;

    /** The number of a key, or {@link #ABSENT}. */
    public int get(long key) {
        long[] all = cells;
        for (int cell = (int) (key * SPREAD >>> shift);; cell = cell + 1 & mask) {
            long number = all[2 * cell + 1];
            if (number == 0) {
                return ABSENT;
            }
            if (all[2 * cell] == key) {
                return (int) number - 1;
            }
        }
    }

    public int size() {
        return size;
    }

    /** Gives a number, 0 or above, to a key that has none. */
    public void put(long key, int number) {
        if (2 * (size + 1) > mask + 1) {
            grow();
        }
        int cell = home(key);
        while (cells[2 * cell + 1] != 0) {
            cell = cell + 1 & mask;
        }
        cells[2 * cell] = key;
        cells[2 * cell + 1] = number + 1L;
        size++;
    }

    /** Forgets a key. The number that it had, or {@link #ABSENT}. */
    public int remove(long key) {
        int hole = home(key);
        long number = cells[2 * hole + 1];
        while (number != 0 && cells[2 * hole] != key) {
            hole = hole + 1 & mask;
            number = cells[2 * hole + 1];
        }
        if (number != 0) {
            close(hole);
            size--;
        }
        return (int) number - 1;
    }

    /** Moves back whoever stands behind the hole because it was taken, so that no look-up ends too early. */
    private void close(int from) {
        int hole = from;
        for (int cell = hole + 1 & mask; cells[2 * cell + 1] != 0; cell = cell + 1 & mask) {
            int distance = cell - home(cells[2 * cell]) & mask;
            if (distance >= (cell - hole & mask)) {
                cells[2 * hole] = cells[2 * cell];
                cells[2 * hole + 1] = cells[2 * cell + 1];
                hole = cell;
            }
        }
        cells[2 * hole + 1] = 0;
    }

    private int home(long key) {
        return (int) (key * SPREAD >>> shift);
    }

    private void grow() {
        int larger = 2 * (mask + 1);
        if (larger > MOST_CELLS) {
            throw new IllegalStateException("a cache of more than " + MOST_CELLS / 2 + " entries");
        }
        long[] before = cells;
        cells = new long[2 * larger];
        mask = larger - 1;
        shift--;
        size = 0;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i + 1] != 0) {
                put(before[i], (int) before[i + 1] - 1);
            }
        }
    }
}
