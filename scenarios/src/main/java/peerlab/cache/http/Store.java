package peerlab.cache.http;

import java.util.Arrays;
import java.util.BitSet;

import peerlab.cache.Cache;
import peerlab.cache.CacheMeter;
import peerlab.cache.CacheSettings;
import peerlab.cache.Departures;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.cache.policy.Removal;
import peerlab.engine.base.RandomSource;

/**
 * What one cache has stored: a response for each resource, or for each language of a resource whose responses
 * differ by it (Vary; RFC 9111, section 4.1).
 */
final class Store implements Departures {

    /** No resource has more variants. */
    static final int MOST_LANGUAGES = 1024;

    private final Cache cache;
    private final CacheMeter meter;
    private final HttpDeployment network;
    private final BitSet varying = new BitSet();
    private Entry[] entries = new Entry[64];

    Store(HttpDeployment network, CacheSettings settings, EvictionPolicy policy, RandomSource random,
            CacheMeter meter) {
        this.network = network;
        this.meter = meter;
        this.cache = settings.cache(policy, random, this);
    }

    /**
     * One stored response.
     *
     * @param body null where the resource does not exist
     */
    record Entry(int status, Freshness freshness, Body body) {

        Entry validated(Freshness other) {
            return new Entry(status, other, body);
        }

        long size() {
            return body == null ? 0 : body.size();
        }
    }

    /** Which response could answer: its number among all of all resources. */
    long variant(Resource url, String language) {
        return (long) url.number() * MOST_LANGUAGES
                + (varying.get(url.number()) ? network.language(language) : 0);
    }

    /** What is stored, fresh or not; null where nothing is. It is a use of it. */
    Entry find(Resource url, String language, long now) {
        long variant = variant(url, language);
        Entry stored = peek(variant);
        boolean isFresh = stored != null && stored.freshness().isFresh(now);
        meter.asked(isFresh, stored == null ? 0 : stored.size());
        if (stored != null) {
            cache.get(variant, stored.size(), now);
        }
        return peek(variant);
    }

    /** The same, without a trace of having looked. */
    Entry peek(long variant) {
        int entry = cache.entryOf(variant);
        return entry < 0 ? null : entries[entry];
    }

    void put(Resource url, String language, Entry stored, long now) {
        if (!stored.freshness().head().vary().isEmpty()) {
            varying.set(url.number());
        }
        long variant = variant(url, language);
        if (!cache.put(variant, Math.max(1, stored.size()), now)) {
            meter.rejected();
            return;
        }
        int entry = cache.entryOf(variant);
        if (entry >= entries.length) {
            entries = Arrays.copyOf(entries, Math.max(2 * entries.length, entry + 1));
        }
        entries[entry] = stored;
    }

    /** The response was found to be still right. */
    void replace(long variant, Entry stored) {
        int entry = cache.entryOf(variant);
        if (entry >= 0) {
            entries[entry] = stored;
        }
    }

    /** Nothing of a resource may be served any more; whether there was anything. */
    boolean invalidate(Resource url) {
        boolean hadAny = false;
        for (int language = 0; language < network.languages(); language++) {
            hadAny |= cache.delete((long) url.number() * MOST_LANGUAGES + language);
        }
        return hadAny;
    }

    @Override
    public void gone(int entry, long key, Removal why) {
        entries[entry] = null;
        if (why == Removal.EVICTED) {
            meter.evicted();
        }
    }

    Cache cache() {
        return cache;
    }
}
