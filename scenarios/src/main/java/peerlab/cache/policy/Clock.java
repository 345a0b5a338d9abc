package peerlab.cache.policy;

import java.util.Arrays;

/**
 * Second chance (Corbato 1968): first in, first out, but an entry that was asked for since the hand last
 * passed goes round once more. With several bits it goes round as often as it was asked for, up to the most
 * that the bits can count.
 */
final class Clock implements EvictionPolicy {

    private final Chain queue = new Chain();
    private final int most;
    private int[] uses = new int[64];

    Clock(int bits) {
        this.most = (1 << bits) - 1;
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * entry);
        }
        uses[entry] = 0;
        queue.addFirst(entry);
    }

    @Override
    public void onHit(int entry) {
        if (uses[entry] < most) {
            uses[entry]++;
        }
    }

    @Override
    public int victim() {
        while (uses[queue.last()] > 0) {
            uses[queue.last()]--;
            queue.moveToFirst(queue.last());
        }
        return queue.last();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        queue.remove(entry);
    }
}
