package peerlab.cache.policy;

import java.util.Arrays;

/**
 * Remembers the keys of entries that have gone, but not their values: first in, first out, as many as fit by
 * the sizes that they had.
 */
final class GhostQueue {

    private static final int FIRST_LENGTH = 64;

    private final long most;
    private final KeyIndex index = new KeyIndex();
    private final Chain queue = new Chain();
    private long[] keys = new long[FIRST_LENGTH];
    private long[] sizes = new long[FIRST_LENGTH];
    private int[] free = new int[FIRST_LENGTH];
    private int frees;
    private int used;
    private long weight;

    /** @param most the sum of sizes that it remembers at most */
    GhostQueue(long most) {
        this.most = most;
    }

    int count() {
        return index.size();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    boolean has(long key) {
        return index.get(key) != KeyIndex.ABSENT;
    }

    /** Remembers another key and forgets the oldest for it; not where all of the room is too small. */
    void add(long key, long size) {
        if (size > most) {
            return;
        }
        while (weight + size > most) {
            removeOldest();
        }
        int place = frees > 0 ? free[--frees] : used++;
        if (place == keys.length) {
            keys = Arrays.copyOf(keys, 2 * place);
            sizes = Arrays.copyOf(sizes, 2 * place);
            free = Arrays.copyOf(free, 2 * place);
        }
        keys[place] = key;
        sizes[place] = size;
        weight += size;
        index.put(key, place);
        queue.addFirst(place);
    }

    /** Forgets a key; false where it was not remembered. */
    boolean remove(long key) {
        int place = index.remove(key);
        if (place == KeyIndex.ABSENT) {
            return false;
        }
        forget(place);
        return true;
    }

    void removeOldest() {
        int place = queue.last();
        index.remove(keys[place]);
        forget(place);
    }

    private void forget(int place) {
        queue.remove(place);
        weight -= sizes[place];
        free[frees++] = place;
    }
}
