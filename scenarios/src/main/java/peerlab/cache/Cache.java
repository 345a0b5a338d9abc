package peerlab.cache;

import java.util.Arrays;

import peerlab.cache.policy.EvictionPolicy;
import peerlab.cache.policy.KeyIndex;
import peerlab.cache.policy.Removal;
import peerlab.cache.policy.Residents;
import peerlab.engine.base.RandomSource;

/**
 * A cache without its values: which keys are in it, how large they are and until when they are fresh. The
 * policy says who goes; the cache keeps to its capacity whatever the policy does.
 *
 * <p>Each entry has a small number, by which values can be kept beside it: {@link #entryOf},
 * {@link Departures}. A request touches arrays of numbers only.
 */
public final class Cache {

    private static final int FIRST_LENGTH = 64;

    private final Capacity capacity;
    private final EvictionPolicy policy;
    private final Lifetime lifetime;
    private final RandomSource random;
    private final Departures departures;
    private final boolean ages;
    private final boolean areEntries;
    private final KeyIndex index = new KeyIndex();
    private final Inside inside = new Inside();

    private long[] keys = new long[FIRST_LENGTH];
    /** In bytes; negative where the number stands for no entry. */
    private long[] sizes = new long[FIRST_LENGTH];
    private long[] freshUntil = {};
    private long[] lifetimes = {};
    private int[] free = new int[FIRST_LENGTH];
    private int frees;
    private int numbered;
    private long bytes;

    private long hits;
    private long hitBytes;
    private long misses;
    private long missBytes;
    private long evictions;
    private long expirations;
    private long tooLarge;
    private long refused;

    /** One whose entries do not grow old. */
    public Cache(Capacity capacity, EvictionPolicy policy) {
        this(capacity, policy, Lifetime.UNLIMITED, new RandomSource(0), Departures.UNHEARD);
    }

    /** @param random for the jitter of lifetimes */
    public Cache(Capacity capacity, EvictionPolicy policy, Lifetime lifetime, RandomSource random,
            Departures departures) {
        this.capacity = capacity;
        this.policy = policy;
        this.lifetime = lifetime;
        this.random = random;
        this.departures = departures;
        this.ages = !lifetime.isUnlimited();
        this.areEntries = capacity.areEntries();
        Arrays.fill(sizes, -1);
        if (ages) {
            freshUntil = new long[FIRST_LENGTH];
            lifetimes = new long[FIRST_LENGTH];
        }
        policy.begin(inside);
    }

    /** Asks for a key at a time; where it is absent it is fetched and comes in. True for a hit. */
    public boolean request(long key, long size, long nanos) {
        if (get(key, size, nanos)) {
            return true;
        }
        insert(key, size, nanos);
        return false;
    }

    /**
     * Asks for a key at a time. True for a hit.
     *
     * @param size of what is asked for, as far as the asker knows, for the counts
     */
    public boolean get(long key, long size, long nanos) {
        int entry = index.get(key);
        if (entry == KeyIndex.ABSENT || ages && isStale(entry, nanos)) {
            misses++;
            missBytes += size;
            return false;
        }
        hits++;
        hitBytes += size;
        if (ages && lifetime.slides()) {
            freshUntil[entry] = after(nanos, lifetimes[entry]);
        }
        policy.onHit(entry);
        return true;
    }

    /** An entry that is too old goes, and what remains is as if it had never been there. */
    private boolean isStale(int entry, long nanos) {
        if (nanos < freshUntil[entry]) {
            return false;
        }
        expirations++;
        remove(entry, Removal.EXPIRED);
        return true;
    }

    /**
     * Puts a value at a time. Of a key that is present it takes the place of the old value, and is a use of
     * it; one that does not fit into the cache is refused, and the old value goes nonetheless.
     *
     * @return whether the value is in the cache
     */
    public boolean put(long key, long size, long nanos) {
        int entry = index.get(key);
        if (entry == KeyIndex.ABSENT || ages && isStale(entry, nanos)) {
            return insert(key, size, nanos);
        }
        if (capacity.weight(size) > capacity.amount()) {
            tooLarge++;
            remove(entry, Removal.DELETED);
            return false;
        }
        long before = capacity.weight(sizes[entry]);
        bytes += size - sizes[entry];
        sizes[entry] = size;
        if (ages) {
            lifetimes[entry] = lifetime.draw(random);
            freshUntil[entry] = after(nanos, lifetimes[entry]);
        }
        policy.onResize(entry, before, capacity.weight(size));
        policy.onHit(entry);
        while (used() > capacity.amount()) {
            int victim = policy.victim();
            evict(victim == EvictionPolicy.NEWCOMER ? entry : victim);
        }
        return index.get(key) == entry;
    }

    private boolean insert(long key, long size, long nanos) {
        long weight = areEntries ? 1 : size;
        boolean isWelcome = policy.onMiss(key, weight);
        if (weight > capacity.amount()) {
            tooLarge++;
            return false;
        }
        if (!isWelcome || !makeRoom(weight)) {
            refused++;
            return false;
        }
        int entry = frees > 0 ? free[--frees] : number();
        keys[entry] = key;
        sizes[entry] = size;
        bytes += size;
        index.put(key, entry);
        if (ages) {
            lifetimes[entry] = lifetime.draw(random);
            freshUntil[entry] = after(nanos, lifetimes[entry]);
        }
        policy.onInsert(entry);
        return true;
    }

    private boolean makeRoom(long weight) {
        while (used() + weight > capacity.amount()) {
            int victim = policy.victim();
            if (victim == EvictionPolicy.NEWCOMER) {
                return false;
            }
            evict(victim);
        }
        return true;
    }

    private int number() {
        if (numbered == keys.length) {
            int length = 2 * numbered;
            keys = Arrays.copyOf(keys, length);
            sizes = Arrays.copyOf(sizes, length);
            Arrays.fill(sizes, numbered, length, -1);
            free = Arrays.copyOf(free, length);
            if (ages) {
                freshUntil = Arrays.copyOf(freshUntil, length);
                lifetimes = Arrays.copyOf(lifetimes, length);
            }
        }
        return numbered++;
    }

    /** Deletes a key; false where it was absent. */
    public boolean delete(long key) {
        int entry = index.get(key);
        if (entry != KeyIndex.ABSENT) {
            remove(entry, Removal.DELETED);
        }
        return entry != KeyIndex.ABSENT;
    }

    private void evict(int entry) {
        if (entry < 0 || entry >= numbered || sizes[entry] < 0) {
            throw new PolicyFault("named entry " + entry + " as a victim, which is not in the cache");
        }
        evictions++;
        remove(entry, Removal.EVICTED);
    }

    private void remove(int entry, Removal why) {
        policy.onRemove(entry, why);
        departures.gone(entry, keys[entry], why);
        index.remove(keys[entry]);
        bytes -= sizes[entry];
        sizes[entry] = -1;
        free[frees++] = entry;
    }

    private static long after(long nanos, long span) {
        long sum = nanos + span;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The number of the entry of a key, fresh or not; negative where there is none. */
    public int entryOf(long key) {
        return index.get(key);
    }

    public int count() {
        return index.size();
    }

    /** Whether entries grow too old to be served. */
    public boolean ages() {
        return ages;
    }

    /** The sizes of all entries. */
    public long bytes() {
        return bytes;
    }

    /** In the unit of the capacity. */
    public long used() {
        return areEntries ? index.size() : bytes;
    }

    public CacheCounts counts() {
        return new CacheCounts(hits, hitBytes, misses, missBytes, evictions, expirations, tooLarge, refused);
    }

    /** What the policy sees. */
    private final class Inside implements Residents {

        @Override
        public long key(int entry) {
            return keys[entry];
        }

        @Override
        public long size(int entry) {
            return areEntries ? 1 : sizes[entry];
        }

        @Override
        public int count() {
            return index.size();
        }

        @Override
        public long used() {
            return Cache.this.used();
        }

        @Override
        public long capacity() {
            return capacity.amount();
        }

        @Override
        public boolean areCounted() {
            return areEntries;
        }

        @Override
        public void evict(int entry) {
            Cache.this.evict(entry);
        }
    }
}
