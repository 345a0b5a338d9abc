package my;

import java.util.LinkedHashSet;
import java.util.Set;

import peerlab.cache.policy.EvictionPolicy;
import peerlab.cache.policy.Removal;

/** Least recently used, by a collection of the JDK. */
public final class RecentlyUsed implements EvictionPolicy {

    private final Set<Integer> order = new LinkedHashSet<>();

    @Override
    public void onInsert(int entry) {
        order.add(entry);
    }

    @Override
    public void onHit(int entry) {
        order.remove(entry);
        order.add(entry);
    }

    @Override
    public int victim() {
        return order.iterator().next();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        order.remove(entry);
    }
}
