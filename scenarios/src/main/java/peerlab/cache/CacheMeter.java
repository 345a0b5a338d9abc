package peerlab.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import peerlab.engine.protocol.Meter;
import peerlab.engine.protocol.Meter.Counter;

/** Counts what happens in one cache: for all caches together, and under each name that it belongs to. */
public final class CacheMeter {

    private final List<Tally> tallies = new ArrayList<>();

    /** @param names of the peer, of its network: what {@code cache['p3'].hits} can be narrowed to */
    public CacheMeter(Meter meter, String... names) {
        tallies.add(new Tally(meter, ""));
        Stream.of(names).distinct().forEach(name -> tallies.add(new Tally(meter, "['" + name + "']")));
    }

    /** The counters under one name. */
    private record Tally(Counter requests, Counter hits, Counter misses, Counter requestedBytes,
            Counter hitBytes, Counter evictions, Counter expirations, Counter rejected) {

        Tally(Meter meter, String narrowed) {
            this(of(meter, CacheMetrics.REQUESTS, narrowed), of(meter, CacheMetrics.HITS, narrowed),
                    of(meter, CacheMetrics.MISSES, narrowed),
                    of(meter, CacheMetrics.REQUESTED_BYTES, narrowed),
                    of(meter, CacheMetrics.HIT_BYTES, narrowed),
                    of(meter, CacheMetrics.EVICTIONS, narrowed),
                    of(meter, CacheMetrics.EXPIRATIONS, narrowed),
                    of(meter, CacheMetrics.REJECTED, narrowed));
        }

        private static Counter of(Meter meter, String name, String narrowed) {
            int dot = name.indexOf('.');
            return meter.counter(name.substring(0, dot) + narrowed + name.substring(dot));
        }
    }

    /** A cache was asked for something of this size. */
    public void asked(boolean isHit, long bytes) {
        for (int i = 0; i < tallies.size(); i++) {
            Tally tally = tallies.get(i);
            tally.requests.add(1);
            tally.requestedBytes.add(bytes);
            if (isHit) {
                tally.hits.add(1);
                tally.hitBytes.add(bytes);
            } else {
                tally.misses.add(1);
            }
        }
    }

    public void evicted() {
        tallies.forEach(tally -> tally.evictions.add(1));
    }

    public void expired() {
        tallies.forEach(tally -> tally.expirations.add(1));
    }

    public void rejected() {
        tallies.forEach(tally -> tally.rejected.add(1));
    }
}
