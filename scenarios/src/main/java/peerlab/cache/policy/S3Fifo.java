package peerlab.cache.policy;

import java.util.Arrays;

/**
 * S3-FIFO: three queues, first in, first out. Newcomers wait in a small one; those asked for twice there go
 * on to the main queue, the others leave and their keys become ghosts. A newcomer whose key is a ghost goes
 * straight to the main queue, where an entry goes round again as often as it was asked for, up to three.
 *
 * <p>An object as large as the small queue stays out, and like in the authors' simulator room is made for it
 * first. Each queue holds at least one, so that tiny caches hold something.
 */
final class S3Fifo implements EvictionPolicy {

    private static final int MOST_ROUNDS = 3;

    private final double smallShare;
    private final double ghostShare;
    private final int promotion;
    private final Links links = new Links();
    private final Chain small = new Chain(links);
    private final Chain main = new Chain(links);
    private boolean[] isSmall = new boolean[64];
    private int[] uses = new int[64];
    private GhostQueue ghosts;
    private Residents residents;
    private long smallMost;
    private long mainMost;
    private long mainWeight;
    private boolean isKnown;

    /** @param promotion how often an entry is asked for in the small queue to go on to the main one */
    S3Fifo(double smallShare, double ghostShare, int promotion) {
        this.smallShare = smallShare;
        this.ghostShare = ghostShare;
        this.promotion = promotion;
    }

    @Override
    public void begin(Residents all) {
        residents = all;
        smallMost = Math.max(1, (long) (all.capacity() * smallShare));
        mainMost = Math.max(1, all.capacity() - smallMost);
        ghosts = new GhostQueue(Math.max(1, (long) (all.capacity() * ghostShare)));
    }

    @Override
    public boolean onMiss(long key, long size) {
        isKnown = ghosts.remove(key);
        if (size > smallMost) {
            return false;
        }
        if (isKnown || size < smallMost || smallMost == 1) {
            return true;
        }
        while (residents.used() + size > residents.capacity()) {
            residents.evict(victim());
        }
        return false;
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * entry);
            isSmall = Arrays.copyOf(isSmall, 2 * entry);
        }
        uses[entry] = 0;
        isSmall[entry] = !isKnown;
        if (isKnown) {
            main.addFirst(entry);
            mainWeight += residents.size(entry);
        } else {
            small.addFirst(entry);
        }
    }

    @Override
    public void onHit(int entry) {
        uses[entry]++;
    }

    @Override
    public void onResize(int entry, long before, long after) {
        if (!isSmall[entry]) {
            mainWeight += after - before;
        }
    }

    @Override
    public int victim() {
        while (true) {
            if (mainWeight > mainMost || small.isEmpty()) {
                return lastOfMain();
            }
            int last = small.last();
            while (last != Chain.NONE && uses[last] >= promotion) {
                promote(last);
                last = small.last();
            }
            if (last != Chain.NONE) {
                return last;
            }
        }
    }

    private void promote(int entry) {
        small.remove(entry);
        main.addFirst(entry);
        mainWeight += residents.size(entry);
        isSmall[entry] = false;
        uses[entry] = 0;
    }

    private int lastOfMain() {
        int last = main.last();
        while (uses[last] > 0) {
            uses[last] = Math.min(uses[last], MOST_ROUNDS) - 1;
            main.moveToFirst(last);
            last = main.last();
        }
        return last;
    }

    @Override
    public void onRemove(int entry, Removal why) {
        if (!isSmall[entry]) {
            main.remove(entry);
            mainWeight -= residents.size(entry);
            return;
        }
        small.remove(entry);
        if (why == Removal.EVICTED) {
            ghosts.add(residents.key(entry), residents.size(entry));
        }
    }
}
