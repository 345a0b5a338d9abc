package peerlab.cache.theory;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import peerlab.cache.trace.Popularity;

/**
 * The hit ratio to be expected of a cache of so many entries where each request is for a key of a given
 * popularity, independently of all before. An entry is taken to stay for the same time whatever its key is;
 * that time is such that the cache is just full.
 */
public final class CheApproximation {

    private static final int HALVINGS = 200;

    private final Popularity popularity;

    public CheApproximation(Popularity popularity) {
        this.popularity = popularity;
    }

    /** The hit ratio under a policy by its name; empty for one that theory does not know. */
    public Optional<Double> under(String policy, long entries) {
        return switch (policy) {
            case "lru" -> Optional.of(lru(entries));
            case "fifo", "random" -> Optional.of(fifo(entries));
            default -> Optional.empty();
        };
    }

    /** A key is there if it was asked for within the time since its last use: Che, Tung and Wang 2002. */
    public double lru(long entries) {
        return hitRatio(entries, requests -> 1 - StrictMath.exp(-requests));
    }

    /** A key is there for the time since it came in, and random is no different: Martina et al. 2014. */
    public double fifo(long entries) {
        return hitRatio(entries, requests -> requests / (1 + requests));
    }

    /** @param presence the probability that a key is there, by the requests for it in the time */
    private double hitRatio(long entries, DoubleUnaryOperator presence) {
        if (entries >= popularity.keys()) {
            return 1;
        }
        double low = 0;
        double high = 1;
        while (occupancy(high, presence) < entries) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = (low + high) / 2;
            if (occupancy(middle, presence) < entries) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double hits = 0;
        for (int key = 0; key < popularity.keys(); key++) {
            double share = popularity.share(key);
            hits += share * presence.applyAsDouble(share * high);
        }
        return hits;
    }

    private double occupancy(double time, DoubleUnaryOperator presence) {
        double sum = 0;
        for (int key = 0; key < popularity.keys(); key++) {
            sum += presence.applyAsDouble(popularity.share(key) * time);
        }
        return sum;
    }
}
