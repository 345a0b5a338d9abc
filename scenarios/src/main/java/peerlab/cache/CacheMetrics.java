package peerlab.cache;

import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.MetricSpec.Kind;

/** What every protocol measures whose peers have caches, under the same names. */
public final class CacheMetrics {

    /** The share of the requests that were answered from a cache. */
    public static final String HIT_RATIO = "cache.hitRatio";

    static final String REQUESTS = "cache.requests";
    static final String HITS = "cache.hits";
    static final String MISSES = "cache.misses";
    static final String REQUESTED_BYTES = "cache.requestedBytes";
    static final String HIT_BYTES = "cache.hitBytes";
    static final String EVICTIONS = "cache.evictions";
    static final String EXPIRATIONS = "cache.expirations";
    static final String REJECTED = "cache.rejected";

    /** How many entries all caches hold together. */
    public static final MetricSpec ENTRIES = new MetricSpec("cache.entries", Kind.GAUGE, Unit.NUMBER,
            "entries in the caches of all peers that are up");

    /** How many bytes all caches hold together. */
    public static final MetricSpec BYTES = new MetricSpec("cache.bytes", Kind.GAUGE, Unit.BYTES,
            "bytes in the caches of all peers that are up");

    /** All of them. */
    public static final List<MetricSpec> ALL = List.of(
            counter(REQUESTS, "times that a cache was asked for a key"),
            counter(HITS, "times that it had it, fresh"),
            counter(MISSES, "times that it did not"),
            MetricSpec.rate(HIT_RATIO, HITS, REQUESTS, "hits among those requests"),
            MetricSpec.rate("cache.missRatio", MISSES, REQUESTS, "misses among those requests"),
            new MetricSpec(REQUESTED_BYTES, Kind.COUNTER, Unit.BYTES, "bytes that caches were asked for"),
            new MetricSpec(HIT_BYTES, Kind.COUNTER, Unit.BYTES, "bytes of those that they had"),
            MetricSpec.rate("cache.byteHitRatio", HIT_BYTES, REQUESTED_BYTES,
                    "bytes that they had among those they were asked for"),
            counter(EVICTIONS, "entries that made room for others"),
            counter(EXPIRATIONS, "entries that were found too old"),
            counter(REJECTED, "values that did not come in: too large, or kept out by the policy"),
            ENTRIES, BYTES);

    private CacheMetrics() {
    }

    private static MetricSpec counter(String name, String summary) {
        return new MetricSpec(name, Kind.COUNTER, Unit.NUMBER, summary);
    }
}
