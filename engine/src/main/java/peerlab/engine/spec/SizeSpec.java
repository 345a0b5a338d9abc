package peerlab.engine.spec;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.Numerals;
import peerlab.engine.base.RandomSource;

/** How large values are: each key's value has its own size, which stays the same. */
public sealed interface SizeSpec {

    /** No value is larger, 1 TiB: the tails of some laws know no bound. */
    long LARGEST = 1L << 40;

    /** One draw, in bytes, at least one. */
    long draw(RandomSource random);

    /** Always the same. */
    record Fixed(Bytes size) implements SizeSpec {
        @Override
        public long draw(RandomSource random) {
            return size.count();
        }

        @Override
        public String toString() {
            return size.toString();
        }
    }

    /** From the least to the most, each as likely as the others. */
    record Uniform(Bytes least, Bytes most) implements SizeSpec {
        @Override
        public long draw(RandomSource random) {
            return Math.max(1, least.count() + random.nextLong(most.count() - least.count() + 1));
        }

        @Override
        public String toString() {
            return least + ".." + most;
        }
    }

    /** Normal in the logarithm, as the sizes of files and of web objects nearly are. */
    record LogNormal(Bytes median, double sigma) implements SizeSpec {
        @Override
        public long draw(RandomSource random) {
            return whole(median.count() * StrictMath.exp(sigma * random.nextNormal()));
        }

        @Override
        public String toString() {
            return "lognormal(" + median + ", " + Numerals.of(sigma) + ")";
        }
    }

    /** Few are very large: of the law's tail, not less than the scale. */
    record Pareto(double shape, Bytes scale) implements SizeSpec {
        @Override
        public long draw(RandomSource random) {
            return whole(scale.count() * StrictMath.pow(random.nextPositiveDouble(), -1 / shape));
        }

        @Override
        public String toString() {
            return "pareto(" + Numerals.of(shape) + ", " + scale + ")";
        }
    }

    private static long whole(double bytes) {
        return Math.min(LARGEST, Math.max(1, StrictMath.round(bytes)));
    }
}
