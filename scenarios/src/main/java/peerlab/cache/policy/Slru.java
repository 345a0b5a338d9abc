package peerlab.cache.policy;

import java.util.Arrays;

/**
 * Segmented LRU: segments of equal shares, one above another. A hit lifts an entry to the segment above;
 * what overflows there sinks to the one below, and from the lowest out of the cache. A newcomer begins in
 * the lowest segment that has room, so that a cold cache fills all of them.
 */
final class Slru implements EvictionPolicy {

    private final Chain[] segments;
    private final long[] weights;
    private int[] levels = new int[64];
    private Residents residents;
    private long share;

    Slru(int count) {
        Links links = new Links();
        segments = new Chain[count];
        Arrays.setAll(segments, level -> new Chain(links));
        weights = new long[count];
    }

    @Override
    public void begin(Residents all) {
        residents = all;
        share = all.capacity() / segments.length;
    }

    @Override
    public boolean onMiss(long key, long size) {
        return size <= share;
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= levels.length) {
            levels = Arrays.copyOf(levels, 2 * entry);
        }
        long size = residents.size(entry);
        int level = 0;
        while (level < segments.length && weights[level] + size > share) {
            level++;
        }
        place(entry, level == segments.length ? 0 : level);
    }

    @Override
    public void onHit(int entry) {
        int level = levels[entry];
        if (level == segments.length - 1) {
            segments[level].moveToFirst(entry);
        } else {
            take(entry);
            place(entry, level + 1);
        }
        while (weights[levels[entry]] > share) {
            sink(levels[entry]);
        }
    }

    @Override
    public void onResize(int entry, long before, long after) {
        weights[levels[entry]] += after - before;
    }

    @Override
    public int victim() {
        int level = 0;
        while (segments[level].isEmpty()) {
            level++;
        }
        return segments[level].last();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        take(entry);
    }

    /** The last of a segment goes down one, and so do others below it where that is too much for theirs. */
    private void sink(int level) {
        int last = segments[level].last();
        if (level == 0) {
            residents.evict(last);
            return;
        }
        take(last);
        place(last, level - 1);
        while (weights[level - 1] > share) {
            sink(level - 1);
        }
    }

    private void place(int entry, int level) {
        segments[level].addFirst(entry);
        weights[level] += residents.size(entry);
        levels[entry] = level;
    }

    private void take(int entry) {
        int level = levels[entry];
        segments[level].remove(entry);
        weights[level] -= residents.size(entry);
    }
}
