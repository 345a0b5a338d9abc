package peerlab.cache.policy;

/** First in, first out: what has been there the longest goes, however often it was asked for. */
public final class Fifo implements EvictionPolicy {

    private final Chain queue = new Chain();

    @Override
    public void onInsert(int entry) {
        queue.addFirst(entry);
    }

    @Override
    public void onHit(int entry) {
        // an entry keeps its place
    }

    @Override
    public int victim() {
        return queue.last();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        queue.remove(entry);
    }
}
