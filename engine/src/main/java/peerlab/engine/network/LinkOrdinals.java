package peerlab.engine.network;

import java.util.Arrays;

/**
 * Tells apart the messages that one link carries at one instant: the first has the ordinal 0, the next 1. A
 * hash table with open addressing over the links in use at the present instant; what belongs to an earlier
 * one counts as empty.
 */
final class LinkOrdinals {

    private static final int LEAST = 256;

    private long[] links = new long[LEAST];
    private long[] instants = new long[LEAST];
    private int[] counts = new int[LEAST];
    private long present = -1;
    private int inUse;

    LinkOrdinals() {
        Arrays.fill(instants, -1);
    }

    /** The ordinal of the next message; {@code hash} spreads the link, {@code now} never goes back. */
    int next(long link, long hash, long now) {
        if (now != present) {
            present = now;
            inUse = 0;
        }
        int slot = find(link, hash);
        if (instants[slot] == now) {
            return ++counts[slot];
        }
        if (2 * ++inUse > links.length) {
            grow();
            slot = find(link, hash);
        }
        put(slot, link, 0);
        return 0;
    }

    private int find(long link, long hash) {
        int mask = links.length - 1;
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        while (instants[slot] == present && links[slot] != link) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void put(int slot, long link, int count) {
        links[slot] = link;
        instants[slot] = present;
        counts[slot] = count;
    }

    private void grow() {
        long[] oldLinks = links;
        long[] oldInstants = instants;
        int[] oldCounts = counts;
        links = new long[oldLinks.length * 2];
        instants = new long[links.length];
        counts = new int[links.length];
        Arrays.fill(instants, -1);
        for (int i = 0; i < oldLinks.length; i++) {
            if (oldInstants[i] == present) {
                put(find(oldLinks[i], Network.hash(oldLinks[i])), oldLinks[i], oldCounts[i]);
            }
        }
    }
}
