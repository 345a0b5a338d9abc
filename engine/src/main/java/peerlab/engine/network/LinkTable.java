package peerlab.engine.network;

import java.util.Arrays;
import java.util.function.LongPredicate;

import peerlab.engine.base.PeerId;

/**
 * A number for each of some links, without an object for any of them: a hash table with open addressing and
 * linear probing. What nobody needs any more is left out when it grows.
 */
final class LinkTable {

    private static final int LEAST = 64;
    /** No link is numbered so. */
    private static final long FREE = -1;

    private final long absent;
    private final LongPredicate isNeeded;
    private long[] links;
    private long[] values;
    private int used;

    /**
     * @param absent what a link has that was never given a number
     * @param isNeeded whether a number must be kept; asked when the table would grow
     */
    LinkTable(long absent, LongPredicate isNeeded) {
        this.absent = absent;
        this.isNeeded = isNeeded;
        allot(LEAST);
    }

    /** The number of a link from one peer to another. */
    static long link(PeerId from, PeerId to) {
        return (long) from.index() << Integer.SIZE | to.index();
    }

    /** The number of the pair of two peers, whoever sends. */
    static long pair(PeerId one, PeerId other) {
        return one.index() < other.index() ? link(one, other) : link(other, one);
    }

    private void allot(int capacity) {
        links = new long[capacity];
        values = new long[capacity];
        Arrays.fill(links, FREE);
        used = 0;
    }

    long get(long link) {
        int slot = find(link);
        return links[slot] == link ? values[slot] : absent;
    }

    void put(long link, long value) {
        int slot = find(link);
        if (links[slot] != link) {
            if (2 * (used + 1) > links.length) {
                grow();
                slot = find(link);
            }
            links[slot] = link;
            used++;
        }
        values[slot] = value;
    }

    /** Forgets a link; those that had to give way to it move up. */
    void remove(long link) {
        int mask = links.length - 1;
        int hole = find(link);
        if (links[hole] != link) {
            return;
        }
        for (int slot = hole + 1 & mask; links[slot] != FREE; slot = slot + 1 & mask) {
            int home = home(links[slot]);
            boolean canMove = (slot - home & mask) >= (slot - hole & mask);
            if (canMove) {
                links[hole] = links[slot];
                values[hole] = values[slot];
                hole = slot;
            }
        }
        links[hole] = FREE;
        used--;
    }

    int size() {
        return used;
    }

    private int home(long link) {
        return (int) (Network.hash(link) >>> Integer.SIZE) & links.length - 1;
    }

    private int find(long link) {
        int mask = links.length - 1;
        int slot = home(link);
        while (links[slot] != FREE && links[slot] != link) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldLinks = links;
        long[] oldValues = values;
        int needed = 0;
        for (int i = 0; i < oldLinks.length; i++) {
            needed += oldLinks[i] != FREE && isNeeded.test(oldValues[i]) ? 1 : 0;
        }
        allot(4 * (needed + 1) > oldLinks.length ? oldLinks.length * 2 : oldLinks.length);
        for (int i = 0; i < oldLinks.length; i++) {
            if (oldLinks[i] != FREE && isNeeded.test(oldValues[i])) {
                int slot = find(oldLinks[i]);
                links[slot] = oldLinks[i];
                values[slot] = oldValues[i];
                used++;
            }
        }
    }
}
