package peerlab.cache.policy;

import java.util.Arrays;

/**
 * Least frequently used: what was asked for least often since it came in goes, and of several such the one
 * that was not asked for the longest. Entries with the same count share a step of a staircase (Shah, Mitra
 * and Matani 2010), so that each request takes constant time.
 */
final class Lfu implements EvictionPolicy {

    private static final int NONE = Chain.NONE;

    private final Links entries = new Links();
    private final Chain stairs = new Chain();
    private Chain[] members = new Chain[64];
    private long[] counts = new long[64];
    private int[] free = new int[64];
    private int frees;
    private int made;
    /** The step of each entry. */
    private int[] steps = new int[64];

    @Override
    public void onInsert(int entry) {
        if (entry >= steps.length) {
            steps = Arrays.copyOf(steps, 2 * entry);
        }
        int lowest = stairs.last();
        if (lowest == NONE || counts[lowest] != 1) {
            lowest = step(1);
            stairs.addLast(lowest);
        }
        join(entry, lowest);
    }

    @Override
    public void onHit(int entry) {
        int step = steps[entry];
        long count = counts[step] + 1;
        int above = stairs.before(step);
        if (above == NONE || counts[above] != count) {
            above = step(count);
            stairs.addBefore(above, step);
        }
        leave(entry);
        join(entry, above);
    }

    @Override
    public int victim() {
        return members[stairs.last()].last();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        leave(entry);
    }

    private void join(int entry, int step) {
        members[step].addFirst(entry);
        steps[entry] = step;
    }

    /** A step that nobody stands on is taken away. */
    private void leave(int entry) {
        int step = steps[entry];
        members[step].remove(entry);
        if (members[step].isEmpty()) {
            stairs.remove(step);
            if (frees == free.length) {
                free = Arrays.copyOf(free, 2 * frees);
            }
            free[frees++] = step;
        }
    }

    private int step(long count) {
        int step = frees > 0 ? free[--frees] : made++;
        if (step == members.length) {
            members = Arrays.copyOf(members, 2 * step);
            counts = Arrays.copyOf(counts, 2 * step);
        }
        if (members[step] == null) {
            members[step] = new Chain(entries);
        }
        counts[step] = count;
        return step;
    }
}
