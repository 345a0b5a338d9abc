package peerlab.cache.policy;

import java.util.Arrays;

/**
 * SIEVE: a queue in which nothing moves. A hit marks an entry; a hand walks from the end to the front, wipes
 * marks off, and takes the first entry without one. It stays where it is, so that newcomers are looked at
 * sooner than what has survived it.
 */
final class Sieve implements EvictionPolicy {

    private final Chain queue = new Chain();
    private boolean[] marks = new boolean[64];
    private int hand = Chain.NONE;

    @Override
    public void onInsert(int entry) {
        if (entry >= marks.length) {
            marks = Arrays.copyOf(marks, 2 * entry);
        }
        marks[entry] = false;
        queue.addFirst(entry);
    }

    @Override
    public void onHit(int entry) {
        marks[entry] = true;
    }

    @Override
    public int victim() {
        int looked = orLast(hand);
        while (marks[looked]) {
            marks[looked] = false;
            looked = orLast(queue.before(looked));
        }
        hand = looked;
        return looked;
    }

    @Override
    public void onRemove(int entry, Removal why) {
        if (entry == hand) {
            hand = queue.before(entry);
        }
        queue.remove(entry);
    }

    private int orLast(int entry) {
        return entry == Chain.NONE ? queue.last() : entry;
    }
}
