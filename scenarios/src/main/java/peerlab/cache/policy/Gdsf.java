package peerlab.cache.policy;

import java.util.Arrays;

/**
 * Greedy dual size frequency: an entry is worth how often it was asked for, over its size, more than the
 * worth of what was evicted last; so what was popular once becomes worth less than newcomers in time.
 */
final class Gdsf implements EvictionPolicy {

    /** Makes the worth of large objects no small number, as libCacheSim does; it changes no order. */
    private static final double SCALE = 1.0e6;

    private final RankedEntries byWorth = new RankedEntries();
    private long[] uses = new long[64];
    private Residents residents;
    private double inflation;

    @Override
    public void begin(Residents all) {
        residents = all;
    }

    @Override
    public void onInsert(int entry) {
        if (entry >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * entry);
        }
        uses[entry] = 1;
        byWorth.add(entry, worth(entry));
    }

    @Override
    public void onHit(int entry) {
        uses[entry]++;
        byWorth.change(entry, worth(entry));
    }

    private double worth(int entry) {
        return inflation + uses[entry] * SCALE / residents.size(entry);
    }

    @Override
    public int victim() {
        return byWorth.lowest();
    }

    @Override
    public void onRemove(int entry, Removal why) {
        if (why == Removal.EVICTED) {
            inflation = byWorth.rank(entry);
        }
        byWorth.remove(entry);
    }
}
