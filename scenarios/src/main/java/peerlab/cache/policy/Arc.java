package peerlab.cache.policy;

import java.util.Arrays;

/**
 * The adaptive replacement cache: entries asked for once and entries asked for again are kept apart, each
 * with ghosts of those that left. A request for a ghost says which part should have been larger, and moves
 * the target size of the first part. Sizes are 1: the target has no meaning in bytes.
 */
final class Arc implements EvictionPolicy {

    private final Links links = new Links();
    private final Chain once = new Chain(links);
    private final Chain again = new Chain(links);
    private final GhostQueue onceGhosts = new GhostQueue(Long.MAX_VALUE);
    private final GhostQueue againGhosts = new GhostQueue(Long.MAX_VALUE);
    private boolean[] isOnce = new boolean[64];
    private Residents residents;
    private long capacity;
    private double target;
    /** The ghosts among which the newcomer's key was found, or null. */
    private GhostQueue knownFrom;
    private boolean leavesGhost;

    @Override
    public void begin(Residents all) {
        residents = all;
        capacity = all.capacity();
    }

    /** The sizes of the ghost lists are taken while the newcomer is still among them. */
    @Override
    public boolean onMiss(long key, long size) {
        knownFrom = null;
        if (onceGhosts.has(key)) {
            knownFrom = onceGhosts;
            target = Math.min(capacity, target + step(againGhosts, onceGhosts));
        } else if (againGhosts.has(key)) {
            knownFrom = againGhosts;
            target = Math.max(0, target - step(onceGhosts, againGhosts));
        }
        if (knownFrom != null) {
            knownFrom.remove(key);
        }
        return true;
    }

    private static double step(GhostQueue other, GhostQueue own) {
        return Math.max((double) other.count() / own.count(), 1);
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= isOnce.length) {
            isOnce = Arrays.copyOf(isOnce, 2 * entry);
        }
        isOnce[entry] = knownFrom == null;
        (isOnce[entry] ? once : again).addFirst(entry);
    }

    @Override
    public void onHit(int entry) {
        if (isOnce[entry]) {
            once.remove(entry);
            again.addFirst(entry);
            isOnce[entry] = false;
        } else {
            again.moveToFirst(entry);
        }
    }

    /** Case IV of the paper where the newcomer is unknown, else its cases II and III. */
    @Override
    public int victim() {
        leavesGhost = true;
        if (knownFrom != null) {
            return replaced();
        }
        if (once.count() + onceGhosts.count() + 1 > capacity) {
            if (onceGhosts.isEmpty()) {
                leavesGhost = false;
                return once.last();
            }
            onceGhosts.removeOldest();
        } else if (once.count() + onceGhosts.count() + again.count() + againGhosts.count() >= 2 * capacity
                && !againGhosts.isEmpty()) {
            againGhosts.removeOldest();
        }
        return replaced();
    }

    /** REPLACE of the paper. */
    private int replaced() {
        boolean isOver = once.count() > target || once.count() == target && knownFrom == againGhosts;
        return !once.isEmpty() && isOver || again.isEmpty() ? once.last() : again.last();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        (isOnce[entry] ? once : again).remove(entry);
        if (why == Removal.EVICTED && leavesGhost) {
            (isOnce[entry] ? onceGhosts : againGhosts).add(residents.key(entry), 1);
        }
    }
}
