package peerlab.engine.kernel;

/**
 * Slots of equal width that lie one after another, each with the chain of the events that fall into it, and a
 * bit for each that is not empty.
 */
final class Calendar {

    private final int[] chains;
    private final long[] filled;

    Calendar(int slots) {
        chains = new int[slots];
        filled = new long[slots / Long.SIZE];
    }

    void add(int slot, Event event, EventBlocks blocks) {
        int chain = chains[slot];
        if (chain == 0) {
            filled[slot >> 6] |= 1L << slot;
        }
        chains[slot] = blocks.append(chain, event);
    }

    /** The chain of a slot. */
    int chain(int slot) {
        return chains[slot];
    }

    /** Empties a slot, and returns the chain that it had. */
    int take(int slot) {
        int chain = chains[slot];
        chains[slot] = 0;
        filled[slot >> 6] &= ~(1L << slot);
        return chain;
    }

    /** The first filled slot after the given one, -1 for all; -1 where there is none. */
    int nextAfter(int slot) {
        int from = slot + 1;
        if (from == chains.length) {
            return -1;
        }
        int word = from >> 6;
        long bits = filled[word] & -1L << from;
        while (bits == 0) {
            if (++word == filled.length) {
                return -1;
            }
            bits = filled[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }
}
