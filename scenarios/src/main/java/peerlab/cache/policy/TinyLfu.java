package peerlab.cache.policy;

/**
 * TinyLFU admission: a newcomer comes in only if it was asked for more often lately than each entry that
 * would have to go for it (Einziger and Friedman 2014). The policy below chooses the victims.
 */
final class TinyLfu implements EvictionPolicy {

    private final EvictionPolicy policy;
    private FrequencySketch sketch;
    private Residents residents;
    private long comer;
    private boolean isComing;

    TinyLfu(EvictionPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void begin(Residents all) {
        residents = all;
        sketch = new FrequencySketch(all.areCounted() ? all.capacity() : 1);
        policy.begin(all);
    }

    @Override
    public boolean onMiss(long key, long size) {
        sketch.add(key);
        comer = key;
        isComing = true;
        return policy.onMiss(key, size);
    }

    @Override
    public void onInsert(int entry) {
        isComing = false;
        sketch.reach(residents.count());
        policy.onInsert(entry);
    }

    @Override
    public void onHit(int entry) {
        isComing = false;
        sketch.add(residents.key(entry));
        policy.onHit(entry);
    }

    @Override
    public void onResize(int entry, long before, long after) {
        policy.onResize(entry, before, after);
    }

    @Override
    public int victim() {
        int victim = policy.victim();
        boolean stays = victim != NEWCOMER && isComing
                && sketch.frequency(comer) <= sketch.frequency(residents.key(victim));
        return stays ? NEWCOMER : victim;
    }

    @Override
    public void onRemove(int entry, Removal why) {
        policy.onRemove(entry, why);
    }
}
