package peerlab.cache.trace;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.RandomSource;

/** How large the value of a key is: always the same for the same key. */
@FunctionalInterface
public interface ValueSizes {

    /** In bytes, at least one. */
    long of(long key);

    static ValueSizes fixed(Bytes size) {
        return key -> Math.max(1, size.count());
    }

    /** From the least to the most, each as likely as the others. */
    static ValueSizes uniform(Bytes least, Bytes most, RandomSource random) {
        long from = Math.max(1, least.count());
        long width = most.count() - from + 1;
        if (width <= 0) {
            throw new IllegalArgumentException("the range " + least + ".." + most + " is reversed");
        }
        RandomSource draws = random.stream("sizes");
        long root = draws.key();
        return key -> {
            draws.reseed(RandomSource.combine(root, key));
            return from + draws.nextLong(width);
        };
    }

    /** Normal in the logarithm, as the sizes of files and of web objects nearly are. */
    static ValueSizes logNormal(Bytes median, double sigma, RandomSource random) {
        RandomSource draws = random.stream("sizes");
        long root = draws.key();
        return key -> {
            draws.reseed(RandomSource.combine(root, key));
            return Math.max(1, StrictMath.round(median.count() * StrictMath.exp(sigma * draws.nextNormal())));
        };
    }
}
