package peerlab.cache.theory;

import java.util.Arrays;

import peerlab.cache.policy.KeyIndex;

/**
 * The misses of LRU at every number of entries at once, from one pass over the requests (Mattson et al.
 * 1970): a request hits in all caches larger than its stack distance, which is the number of other keys asked
 * for since the key was asked for last.
 *
 * <p>The last uses lie on a line of time, counted by a Fenwick tree, so that a request takes the logarithm of
 * the number of keys. When the line is full, the gaps between last uses are taken out of it.
 */
public final class MissRatioCurve {

    private static final int FIRST_LENGTH = 1 << 10;

    private final KeyIndex lastUses = new KeyIndex();
    private long[] keys = new long[FIRST_LENGTH];
    private boolean[] isLastUse = new boolean[FIRST_LENGTH];
    private int[] tree = new int[FIRST_LENGTH + 1];
    private int now;
    private long[] distances = new long[FIRST_LENGTH];
    private long requests;

    public void request(long key) {
        requests++;
        if (now == keys.length) {
            takeOutGaps();
        }
        int last = lastUses.remove(key);
        if (last != KeyIndex.ABSENT) {
            int distance = lastUses.size() + 1 - usesUpTo(last);
            if (distance >= distances.length) {
                distances = Arrays.copyOf(distances, Math.max(distance + 1, 2 * distances.length));
            }
            distances[distance]++;
            isLastUse[last] = false;
            count(last, -1);
        }
        keys[now] = key;
        isLastUse[now] = true;
        count(now, 1);
        lastUses.put(key, now++);
    }

    /** How many last uses there are from the beginning of the line to this place. */
    private int usesUpTo(int place) {
        int sum = 0;
        for (int i = place + 1; i > 0; i &= i - 1) {
            sum += tree[i];
        }
        return sum;
    }

    private void count(int place, int change) {
        for (int i = place + 1; i < tree.length; i += i & -i) {
            tree[i] += change;
        }
    }

    private void takeOutGaps() {
        int length = 2 * lastUses.size() > keys.length ? 2 * keys.length : keys.length;
        long[] all = keys;
        boolean[] were = isLastUse;
        keys = new long[length];
        isLastUse = new boolean[length];
        tree = new int[length + 1];
        now = 0;
        for (int i = 0; i < all.length; i++) {
            if (were[i]) {
                keys[now] = all[i];
                isLastUse[now] = true;
                lastUses.remove(all[i]);
                lastUses.put(all[i], now);
                count(now++, 1);
            }
        }
    }

    public long requests() {
        return requests;
    }

    /** How many keys were asked for; with room for so many, each is missed once. */
    public int keys() {
        return lastUses.size();
    }

    /** What LRU misses with room for 0, 1, 2 entries and so on, up to all keys. */
    public long[] misses() {
        long[] misses = new long[keys() + 1];
        misses[0] = requests;
        for (int entries = 1; entries < misses.length; entries++) {
            long hitsMore = entries - 1 < distances.length ? distances[entries - 1] : 0;
            misses[entries] = misses[entries - 1] - hitsMore;
        }
        return misses;
    }
}
