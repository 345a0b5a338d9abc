package peerlab.cache.policy;

/**
 * Admission at the second request: a key comes in only if it was asked for before, not long ago. Keys asked
 * for once, often half of all, cost no entry its place.
 */
final class SecondHit implements EvictionPolicy {

    private final EvictionPolicy policy;
    private final double share;
    private GhostQueue waiting;

    /**
     * @param policy who decides about all that is admitted
     * @param share the sizes of the keys that are remembered, as a multiple of the capacity
     */
    SecondHit(EvictionPolicy policy, double share) {
        this.policy = policy;
        this.share = share;
    }

    @Override
    public void begin(Residents residents) {
        waiting = new GhostQueue(Math.max(1, (long) (residents.capacity() * share)));
        policy.begin(residents);
    }

    @Override
    public boolean onMiss(long key, long size) {
        boolean isWelcome = policy.onMiss(key, size);
        if (waiting.remove(key)) {
            return isWelcome;
        }
        waiting.add(key, size);
        return false;
    }

    @Override
    public void onInsert(int entry) {
        policy.onInsert(entry);
    }

    @Override
    public void onHit(int entry) {
        policy.onHit(entry);
    }

    @Override
    public void onResize(int entry, long before, long after) {
        policy.onResize(entry, before, after);
    }

    @Override
    public int victim() {
        return policy.victim();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        policy.onRemove(entry, why);
    }
}
