package peerlab.cache.ring;

import java.util.Arrays;

import peerlab.cache.Cache;
import peerlab.cache.CacheMeter;
import peerlab.cache.CacheSettings;
import peerlab.cache.Departures;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.cache.policy.Removal;
import peerlab.engine.base.RandomSource;

/** What one peer keeps: its cache, and beside each entry the value. */
final class Holdings implements Departures {

    private final Cache cache;
    private final CacheMeter meter;
    private final Unwritten unwritten;
    private final long capacity;
    private final boolean areEntries;
    private Item[] items = new Item[64];
    private long served;

    Holdings(CacheSettings settings, EvictionPolicy policy, RandomSource random, CacheMeter meter,
            Unwritten unwritten) {
        this.meter = meter;
        this.unwritten = unwritten;
        this.capacity = settings.capacity().amount();
        this.areEntries = settings.capacity().areEntries();
        this.cache = settings.cache(policy, random, this);
    }

    /** What is under a key; null where nothing is, or nothing that is fresh. */
    Item get(CacheKey key, long nanos) {
        served++;
        boolean isHit = cache.get(key.number(), key.size(), nanos);
        meter.asked(isHit, key.size());
        return isHit ? items[cache.entryOf(key.number())] : null;
    }

    /** Keeps a value, unless it has a later one. */
    Keeping put(CacheKey key, Item item, long nanos) {
        served++;
        int before = cache.entryOf(key.number());
        if (before >= 0 && items[before].isNewerThan(item)) {
            return Keeping.KEPT;
        }
        if (!cache.put(key.number(), item.size(), nanos)) {
            meter.rejected();
            return !areEntries && item.size() > capacity ? Keeping.TOO_LARGE : Keeping.REFUSED;
        }
        int entry = cache.entryOf(key.number());
        if (entry >= items.length) {
            items = Arrays.copyOf(items, Math.max(2 * items.length, entry + 1));
        }
        items[entry] = item;
        return Keeping.KEPT;
    }

    /** What is there, fresh or not, without a trace of having looked. */
    Item peek(CacheKey key) {
        int entry = cache.entryOf(key.number());
        return entry < 0 ? null : items[entry];
    }

    @Override
    public void gone(int entry, long key, Removal why) {
        items[entry] = null;
        unwritten.leaves((int) key);
        if (why == Removal.EVICTED) {
            meter.evicted();
        } else if (why == Removal.EXPIRED) {
            meter.expired();
        }
    }

    Unwritten unwritten() {
        return unwritten;
    }

    Cache cache() {
        return cache;
    }

    /** In bytes or in entries. */
    long capacity() {
        return capacity;
    }

    /** How often it was asked for something, or given something. */
    long served() {
        return served;
    }
}
