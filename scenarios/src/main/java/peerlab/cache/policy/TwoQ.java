package peerlab.cache.policy;

import java.util.Arrays;

/**
 * The policy 2Q: newcomers queue, first in, first out; those that are asked for again after they left the
 * queue, while their keys are remembered, come back into the main part, which is LRU.
 */
final class TwoQ implements EvictionPolicy {

    private final double queueShare;
    private final double ghostShare;
    private final Links links = new Links();
    private final Chain queue = new Chain(links);
    private final Chain main = new Chain(links);
    private boolean[] isInQueue = new boolean[64];
    private GhostQueue ghosts;
    private Residents residents;
    private long queueMost;
    private long mainMost;
    private long queueWeight;
    private long mainWeight;
    private boolean isKnown;

    TwoQ(double queueShare, double ghostShare) {
        this.queueShare = queueShare;
        this.ghostShare = ghostShare;
    }

    @Override
    public void begin(Residents all) {
        residents = all;
        queueMost = (long) (all.capacity() * queueShare);
        mainMost = all.capacity() - queueMost;
        ghosts = new GhostQueue((long) (all.capacity() * ghostShare));
    }

    @Override
    public boolean onMiss(long key, long size) {
        isKnown = ghosts.remove(key);
        return size <= queueMost && (!isKnown || size <= mainMost);
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= isInQueue.length) {
            isInQueue = Arrays.copyOf(isInQueue, 2 * entry);
        }
        long size = residents.size(entry);
        isInQueue[entry] = !isKnown;
        if (isKnown) {
            while (mainWeight + size > mainMost) {
                residents.evict(main.last());
            }
            main.addFirst(entry);
            mainWeight += size;
        } else {
            queue.addFirst(entry);
            queueWeight += size;
        }
    }

    @Override
    public void onHit(int entry) {
        if (!isInQueue[entry]) {
            main.moveToFirst(entry);
        }
    }

    @Override
    public void onResize(int entry, long before, long after) {
        if (isInQueue[entry]) {
            queueWeight += after - before;
        } else {
            mainWeight += after - before;
        }
    }

    @Override
    public int victim() {
        return queueWeight > queueMost || main.isEmpty() ? queue.last() : main.last();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        long size = residents.size(entry);
        if (!isInQueue[entry]) {
            main.remove(entry);
            mainWeight -= size;
            return;
        }
        queue.remove(entry);
        queueWeight -= size;
        if (why == Removal.EVICTED) {
            ghosts.add(residents.key(entry), size);
        }
    }
}
