package peerlab.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import peerlab.cache.Cache;
import peerlab.cache.Capacity;
import peerlab.cache.policy.Policies;
import peerlab.cache.policy.PolicyEntry;
import peerlab.cache.trace.KeySource;
import peerlab.cache.trace.Popularity;
import peerlab.engine.base.RandomSource;

/** Requests through one cache for each online policy: nothing but the cache, on keys drawn beforehand. */
final class PolicyBenchmark implements Benchmark {

    private static final int ENTRIES = 1000;
    private static final int KEYS = 100_000;
    private static final double EXPONENT = 0.9;
    private static final int REQUESTS = 4_000_000;
    private static final int PART = 20_000;
    private static final int ROUNDS = 10;

    private final int requests;

    PolicyBenchmark() {
        this(REQUESTS);
    }

    PolicyBenchmark(int requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public String summary() {
        return "requests for " + KEYS + " keys, zipf(" + EXPONENT + "), through a cache of " + ENTRIES
                + " entries";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        long[] keys = new long[requests];
        KeySource source = Popularity.zipf(KEYS, EXPONENT).source(new RandomSource(1));
        for (int i = 0; i < keys.length; i++) {
            keys[i] = source.next();
        }
        List<Figure> figures = new ArrayList<>();
        for (PolicyEntry policy : Policies.all()) {
            if (!policy.knowsFuture()) {
                progress.accept(policy.name());
                figures.add(measure(policy, keys));
            }
        }
        return figures;
    }

    /**
     * The requests are timed in parts, and of each part the best round counts: the work of a part is the same
     * in every round, and a part is short enough to be left alone by whatever else the machine does.
     */
    private static Figure measure(PolicyEntry policy, long[] keys) {
        long[] best = new long[(keys.length + PART - 1) / PART];
        Arrays.fill(best, Long.MAX_VALUE);
        double missRatio = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Cache cache = new Cache(Capacity.entries(ENTRIES), policy.make(Map.of(), new RandomSource(1)));
            for (int part = 0; part < best.length; part++) {
                int end = Math.min(keys.length, (part + 1) * PART);
                long began = System.nanoTime();
                for (int i = part * PART; i < end; i++) {
                    cache.request(keys[i], 1, 0);
                }
                best[part] = Math.min(best[part], System.nanoTime() - began);
            }
            missRatio = cache.counts().missRatio();
        }
        double seconds = Arrays.stream(best).sum() / 1e9;
        return new Figure("policies." + policy.name(), keys.length / seconds, "requests/s",
                String.format(Locale.ROOT, "best of %d, %.1f%% misses", ROUNDS, 100 * missRatio));
    }
}
