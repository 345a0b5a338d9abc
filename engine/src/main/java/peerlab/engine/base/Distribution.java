package peerlab.engine.base;

/** How a span of time varies: one law, its parameters in spans, sampled in whole nanoseconds. */
public sealed interface Distribution
        permits Distribution.Fixed, Distribution.Uniform, Distribution.Normal, Distribution.Exponential,
        Distribution.LogNormal, Pareto, Weibull {

    /** No draw is longer, about 36 years: the tails of some laws know no bound, virtual time does. */
    long LONGEST_NANOS = 1L << 60;

    /** No draw lies so many deviations from the middle of a bell: the smallest number drawn is 2^-53. */
    int MOST_DEVIATIONS = 10;

    /** A draw as it is used: in whole nanoseconds, not negative, not beyond the longest. */
    static long whole(double nanos) {
        return Math.min(LONGEST_NANOS, Math.max(0, StrictMath.round(nanos)));
    }

    /**
     * The draw that 64 random bits make, never negative: a quantile of the law. One number makes draws of two
     * laws that are as far from the middle of each.
     */
    long drawNanos(long bits);

    /** The draw that the next number of a stream makes. */
    default long sampleNanos(RandomSource random) {
        return drawNanos(random.nextLong());
    }

    /** The mean of the law itself, for reports and for theory. */
    double meanNanos();

    /** What half of the draws stay below. */
    double medianNanos();

    /**
     * How much is left of something that lasts by this law, for who comes upon it at any instant. Long ones
     * are come upon more often than short ones, so this is no draw of the law itself: it has the density
     * (1 - F(x)) / mean (the equilibrium law of renewal theory; Cox, Renewal Theory, 1962, section 5.2).
     *
     * <p>It is drawn as a uniform share of a duration whose density is that of the law times its length.
     *
     * @throws IllegalStateException for a law without a mean: a population of it is never in a steady state
     */
    long residualNanos(RandomSource random);

    /** Always the same. */
    record Fixed(Span value) implements Distribution {
        @Override
        public long drawNanos(long bits) {
            return value.nanos();
        }

        @Override
        public double meanNanos() {
            return value.nanos();
        }

        @Override
        public double medianNanos() {
            return value.nanos();
        }

        @Override
        public long residualNanos(RandomSource random) {
            return whole(value.nanos() * random.nextDouble());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Every nanosecond from {@code least} to {@code most} equally likely. */
    record Uniform(Span least, Span most) implements Distribution {
        public Uniform {
            if (least.compareTo(most) > 0) {
                throw new IllegalArgumentException("the range " + least + ".." + most + " is reversed");
            }
        }

        @Override
        public long drawNanos(long bits) {
            return least.nanos() + RandomSource.scaled(bits, most.nanos() - least.nanos() + 1);
        }

        @Override
        public double meanNanos() {
            return (least.nanos() + (double) most.nanos()) / 2;
        }

        @Override
        public double medianNanos() {
            return meanNanos();
        }

        @Override
        public long residualNanos(RandomSource random) {
            double square = (double) least.nanos() * least.nanos();
            double width = (double) most.nanos() * most.nanos() - square;
            return whole(StrictMath.sqrt(square + width * random.nextDouble()) * random.nextDouble());
        }

        @Override
        public String toString() {
            return least + ".." + most;
        }
    }

    /** The bell curve, cut off at zero. */
    record Normal(Span mean, Span deviation) implements Distribution {
        @Override
        public long drawNanos(long bits) {
            double nearly = mean.nanos() + deviation.nanos() * NearlyNormal.draw(bits);
            double most = mean.nanos() + deviation.nanos() * MOST_DEVIATIONS;
            return Nearly.decides(nearly, most * Nearly.OFF) ? whole(nearly)
                    : whole(mean.nanos() + deviation.nanos() * BellCurve.draw(bits));
        }

        @Override
        public double meanNanos() {
            return mean.nanos();
        }

        @Override
        public double medianNanos() {
            return mean.nanos();
        }

        @Override
        public long residualNanos(RandomSource random) {
            return whole(Shapes.lengthBiasedNormal(mean.nanos(), deviation.nanos(), random)
                    * random.nextDouble());
        }

        @Override
        public String toString() {
            return "normal(" + mean + ", " + deviation + ")";
        }
    }

    /** Memoryless, with the given mean. */
    record Exponential(Span mean) implements Distribution {
        @Override
        public long drawNanos(long bits) {
            double uniform = RandomSource.positive(~bits);
            double nearly = mean.nanos() * -Nearly.log(uniform);
            return Nearly.decides(nearly, (mean.nanos() + nearly) * Nearly.OFF) ? whole(nearly)
                    : whole(mean.nanos() * -StrictMath.log(uniform));
        }

        @Override
        public double meanNanos() {
            return mean.nanos();
        }

        @Override
        public double medianNanos() {
            return mean.nanos() * StrictMath.log(2);
        }

        @Override
        public long residualNanos(RandomSource random) {
            return sampleNanos(random);
        }

        @Override
        public String toString() {
            return "exponential(" + mean + ")";
        }
    }

    /** Normal in the logarithm: half of the draws lie below the median. */
    record LogNormal(Span median, double sigma) implements Distribution {
        @Override
        public long drawNanos(long bits) {
            double nearly = median.nanos() * Nearly.exp(sigma * NearlyNormal.draw(bits));
            double off = (1 + sigma) * MOST_DEVIATIONS * Nearly.OFF;
            return Nearly.decides(nearly, nearly * off) ? whole(nearly)
                    : whole(median.nanos() * StrictMath.exp(sigma * BellCurve.draw(bits)));
        }

        @Override
        public double meanNanos() {
            return median.nanos() * StrictMath.exp(sigma * sigma / 2);
        }

        @Override
        public double medianNanos() {
            return median.nanos();
        }

        /** A log-normal law weighted by length is log-normal again, its median longer. */
        @Override
        public long residualNanos(RandomSource random) {
            double longer = StrictMath.exp(sigma * (sigma + random.nextNormal()));
            return whole(median.nanos() * longer * random.nextDouble());
        }

        @Override
        public String toString() {
            return "lognormal(median: " + median + ", sigma: " + Numerals.of(sigma) + ")";
        }
    }
}
