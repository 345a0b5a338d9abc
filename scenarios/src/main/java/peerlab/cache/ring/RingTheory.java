package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.cache.CacheMetrics;
import peerlab.cache.CacheSettings;
import peerlab.cache.placement.Placement;
import peerlab.cache.trace.Popularity;
import peerlab.engine.base.Numerals;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Premises;
import peerlab.engine.protocol.Premises.Demand;
import peerlab.engine.protocol.Theory;

/** What theory says of a ring of caches: how keys spread and move, and how many gets are hits. */
final class RingTheory {

    private static final String CONSISTENT = "Karger et al.: Consistent hashing and random trees, 1997";
    private static final String SPACINGS = "David and Nagaraja, Order Statistics, 2003, section 6.4";
    private static final String CHE = "Che, Tung and Wang 2002; Martina et al. 2014";
    /** Where each key chooses its peer by itself. */
    private static final Set<String> INDEPENDENT = Set.of("rendezvous", "jump", "modulo");
    private static final Set<String> MOVING_LEAST = Set.of("ring", "ketama", "rendezvous");
    private static final int KETAMA_POINTS = 160;
    private static final int MOST_KEYS = 200_000;
    /** More changes than these, each with other numbers, are too many lines for a chart. */
    private static final int MOST_CHANGES = 3;

    private final RingSettings settings;
    private final List<Member> holders;

    /** A peer came or left when there were so many keys and so many peers, itself counted. */
    record Change(boolean isJoining, int keys, int peers) {
    }

    /** @param holders those of one network that hold keys */
    RingTheory(RingSettings settings, List<Member> holders) {
        this.settings = settings;
        this.holders = List.copyOf(holders);
    }

    /** @param changes each kind once */
    List<Theory> of(Premises premises, Set<Change> changes, int keys) {
        List<Theory> all = new ArrayList<>();
        if (changes.size() <= MOST_CHANGES) {
            changes.forEach(change -> moved(change).ifPresent(all::add));
        }
        if (changes.isEmpty() && keys > 0 && holders.size() > 1) {
            all.addAll(spread(keys));
        }
        if (premises.isUndisturbed()) {
            hits(premises).ifPresent(all::addAll);
        }
        return all;
    }

    /** Those of one peer go to it or come from it; where the number of peers is what counts, all others. */
    private Optional<Theory> moved(Change change) {
        boolean movesLeast = MOVING_LEAST.contains(settings.placement());
        if (!movesLeast && !settings.placement().equals("modulo")) {
            return Optional.empty();
        }
        double share = movesLeast ? 1.0 / change.peers() : 1 - 1.0 / change.peers();
        double value = change.keys() * share;
        String formula = (movesLeast ? "K/n" : "K (1 - 1/n)") + " = " + rounded(value, 1) + " of "
                + change.keys() + " keys move when one of " + change.peers()
                + (change.isJoining() ? " joins" : " leaves");
        return Optional.of(new Theory(CacheRingProvider.KEYS_MOVED.name(), value, formula, CONSISTENT));
    }

    /**
     * A peer's share of a circle with so many random points of each is a sum of spacings, beta-distributed;
     * keys fall into it by chance.
     */
    private List<Theory> spread(int keys) {
        int n = holders.size();
        double points = INDEPENDENT.contains(settings.placement()) ? Double.POSITIVE_INFINITY
                : settings.placement().equals("ring") ? settings.virtualNodes()
                : settings.placement().equals("ketama") ? KETAMA_POINTS : Double.NaN;
        if (Double.isNaN(points)) {
            return List.of();
        }
        double ofShares = Double.isInfinite(points) ? 0
                : 1.0 / n * (1 - 1.0 / n) / (n * points + 1);
        double byChance = (1.0 / n - 1.0 / ((double) n * n) - ofShares) / keys;
        double deviation = n * StrictMath.sqrt(byChance + ofShares);
        List<Theory> all = new ArrayList<>();
        String ofPoints = Double.isInfinite(points) ? "" : ", V = " + (int) points;
        all.add(new Theory(CacheRingProvider.KEYS_DEVIATION.name(), deviation,
                "spacings of random points, n = " + n + ofPoints + ", K = " + keys + ": "
                        + rounded(deviation, 3), SPACINGS));
        if (points == 1) {
            double harmonic = 0;
            for (int i = 1; i <= n; i++) {
                harmonic += 1.0 / i;
            }
            all.add(new Theory(CacheRingProvider.MAX_KEYS.name(), harmonic,
                    "the largest of n spacings, 1 + 1/2 + ... + 1/n = " + rounded(harmonic, 2),
                    SPACINGS));
        }
        return all;
    }

    /** Where all that happens is gets of one popularity, and what is missing is fetched and kept. */
    private Optional<List<Theory>> hits(Premises premises) {
        if (premises.demands().size() != 1 || settings.replicas() != 1 || settings.origin().isEmpty()
                || settings.coalesces()) {
            return Optional.empty();
        }
        Demand demand = premises.demands().get(0);
        if (!demand.operation().equals("get") || demand.writes() || demand.keys() == 0
                || demand.keys() > MOST_KEYS) {
            return Optional.empty();
        }
        return hitRatio(demand).map(ratio -> List.of(
                new Theory(CacheMetrics.HIT_RATIO, ratio, "Che's approximation, for full caches: "
                        + rounded(100 * ratio, 1) + "%", CHE),
                new Theory(CacheRingProvider.ORIGIN_SHARE.name(), 1 - ratio,
                        "what misses by Che's approximation, for full caches: "
                                + rounded(100 - 100 * ratio, 1) + "%", CHE)));
    }

    /** That of each peer for the keys that belong to it, by how often these are asked for. */
    private Optional<Double> hitRatio(Demand demand) {
        Placement placement = settings.placement(holders.stream().map(m -> m.id().name()).toList());
        Map<String, List<Integer>> owned = new LinkedHashMap<>();
        double all = 0;
        for (int key = 0; key < demand.keys(); key++) {
            owned.computeIfAbsent(placement.of(Demand.key(key)), peer -> new ArrayList<>()).add(key);
            all += demand.weight().applyAsDouble(key);
        }
        double hits = 0;
        for (Member holder : holders) {
            List<Integer> keys = owned.getOrDefault(holder.id().name(), List.of());
            if (keys.isEmpty()) {
                continue;
            }
            Popularity popularity = Popularity.weighted(keys.size(),
                    i -> demand.weight().applyAsDouble(keys.get(i)));
            Optional<Double> ratio = new CacheSettings(holder.cache()).expectedHitRatio(popularity);
            if (ratio.isEmpty()) {
                return Optional.empty();
            }
            double asked = keys.stream().mapToDouble(key -> demand.weight().applyAsDouble(key)).sum();
            hits += asked / all * ratio.get();
        }
        return Optional.of(hits);
    }

    private static String rounded(double value, int digits) {
        double scale = StrictMath.pow(10, digits);
        return Numerals.of(StrictMath.rint(value * scale) / scale);
    }
}
