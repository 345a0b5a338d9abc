package peerlab.cache.policy;

/**
 * Belady's optimum, which knows the future: what will be asked for last goes. With entries of one size no
 * policy has fewer misses. The bypassing variant keeps a newcomer out that will be asked for later than all
 * that is there; in its place the other always takes it in, as all online policies do.
 */
final class Opt implements EvictionPolicy {

    private final NextUses future;
    private final boolean bypasses;
    private final RankedEntries latestFirst = new RankedEntries();
    private long request = -1;

    Opt(NextUses future, boolean bypasses) {
        this.future = future;
        this.bypasses = bypasses;
    }

    @Override
    public boolean onMiss(long key, long size) {
        request++;
        return true;
    }

    @Override
    public void onInsert(int entry) {
        latestFirst.add(entry, rank());
    }

    @Override
    public void onHit(int entry) {
        request++;
        latestFirst.change(entry, rank());
    }

    /** The later the next use, the lower. */
    private double rank() {
        long next = future.after(request);
        return next == NextUses.NEVER ? Double.NEGATIVE_INFINITY : -next;
    }

    @Override
    public int victim() {
        int latest = latestFirst.lowest();
        return bypasses && rank() <= latestFirst.rank(latest) ? NEWCOMER : latest;
    }

    @Override
    public void onRemove(int entry, Removal why) {
        latestFirst.remove(entry);
    }
}
