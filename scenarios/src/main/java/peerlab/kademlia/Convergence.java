package peerlab.kademlia;

import java.util.Arrays;
import java.util.function.IntFunction;

import peerlab.engine.base.RandomSource;

/**
 * Fills tables as joining would in the long run: each distance range holds k contacts, or all there are,
 * drawn uniformly without replacement.
 *
 * <p>The range of a peer that shares exactly n bits with it is one stretch of the sorted ids, so a draw is a
 * random index. Peers are taken in the order of their ids: neighbours share most of their ranges, and
 * only what differs is searched for.
 */
final class Convergence {

    private static final int SPARSE = 2;
    /** Many more than a range has contacts, so that two of them seldom share one. */
    private static final int MARKS = 1 << 12;

    private final IdSpace space;
    private final RandomSource random;
    private final int[] lows = new int[Key.BITS + 2];
    private final int[] splits = new int[Key.BITS + 2];
    private final int[] highs = new int[Key.BITS + 2];
    private final int[] sizes = new int[Key.BITS + 1];
    private int[] drawn = new int[64];
    private int drawnCount;
    private int[] scratch = new int[64];
    /** A bit for each of the numbers drawn for one range, by their last bits. */
    private final long[] marks = new long[MARKS / Long.SIZE];
    private int known;

    Convergence(IdSpace space, RandomSource random) {
        this.space = space;
        this.random = random;
    }

    /** Fills the tables of all peers of the space, who are found by their numbers. */
    void fill(IntFunction<Kademlia> peers) {
        lows[0] = 0;
        highs[0] = space.size();
        known = 0;
        for (int index = 0; index < space.size(); index++) {
            int shared = index == 0 ? 0 : space.get(index).prefixWith(space.get(index - 1));
            known = Math.min(known, shared);
            Kademlia peer = peers.apply(space.number(index));
            int ranges = deal(index, peer.settings().k(), peer.settings().relaxed());
            peer.fill(drawn, sizes, ranges);
        }
    }

    /** Draws the contacts of a peer, range after range, and returns how many ranges there are. */
    private int deal(int index, int k, boolean isRelaxed) {
        int range = 0;
        drawnCount = 0;
        while (highs[range] - lows[range] - 1 > k) {
            descend(range, index);
            int low = index >= splits[range] ? lows[range] : splits[range];
            int high = index >= splits[range] ? splits[range] : highs[range];
            int nearer = highs[range + 1] - lows[range + 1] - 1;
            sizes[range] = draw(low, high, -1, isRelaxed && nearer < k ? Math.max(k, high - low) : k);
            range++;
        }
        sizes[range] = draw(lows[range], highs[range], index, k);
        return range + 1;
    }

    /** Finds the two halves of a level of the tree, and which of them is the next level for a peer. */
    private void descend(int level, int index) {
        if (level >= known) {
            splits[level] = space.split(lows[level], highs[level], level);
            known = level + 1;
        }
        boolean isUpper = index >= splits[level];
        lows[level + 1] = isUpper ? splits[level] : lows[level];
        highs[level + 1] = isUpper ? highs[level] : splits[level];
    }

    /**
     * Draws contacts from a stretch of the ids, and returns how many; {@code except} is an index in it that
     * is not meant, or -1.
     */
    private int draw(int low, int high, int except, int k) {
        int size = high - low;
        if (drawn.length < drawnCount + k) {
            drawn = Arrays.copyOf(drawn, 2 * (drawnCount + k));
        }
        if (except >= 0 || size < SPARSE * k) {
            return drawDense(low, high, except, k);
        }
        int first = drawnCount;
        while (drawnCount < first + k) {
            int candidate = space.number(low + random.nextInt(size));
            if (!isMarked(candidate) || !isAmong(candidate, first)) {
                mark(candidate);
                drawn[drawnCount++] = candidate;
            }
        }
        for (int i = first; i < drawnCount; i++) {
            unmark(drawn[i]);
        }
        return k;
    }

    private int drawDense(int low, int high, int except, int k) {
        if (scratch.length < high - low) {
            scratch = new int[2 * (high - low)];
        }
        int length = 0;
        for (int i = low; i < high; i++) {
            if (i != except) {
                scratch[length++] = i;
            }
        }
        int count = Math.min(k, length);
        random.sample(scratch, length, count);
        for (int i = 0; i < count; i++) {
            drawn[drawnCount++] = space.number(scratch[i]);
        }
        return count;
    }

    private boolean isMarked(int number) {
        return (marks[(number & MARKS - 1) >> 6] & 1L << number) != 0;
    }

    private void mark(int number) {
        marks[(number & MARKS - 1) >> 6] |= 1L << number;
    }

    private void unmark(int number) {
        marks[(number & MARKS - 1) >> 6] = 0;
    }

    private boolean isAmong(int candidate, int first) {
        for (int i = first; i < drawnCount; i++) {
            if (drawn[i] == candidate) {
                return true;
            }
        }
        return false;
    }
}
