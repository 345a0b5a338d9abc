package peerlab.cache.policy;

/** Least recently used: what has not been asked for the longest goes. */
public final class Lru implements EvictionPolicy {

    private final Chain recent = new Chain();

    @Override
    public void onInsert(int entry) {
        recent.addFirst(entry);
    }

    @Override
    public void onHit(int entry) {
        recent.moveToFirst(entry);
    }

    @Override
    public int victim() {
        return recent.last();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        recent.remove(entry);
    }
}
