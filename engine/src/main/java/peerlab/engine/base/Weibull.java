package peerlab.engine.base;

/**
 * How long something lasts that ages: a draw exceeds x with the probability exp(-(x / scale) to the power of
 * the shape). Below a shape of 1 who has lasted long will last longer, as the sessions of peers do (Stutzbach
 * and Rejaie 2006); with 1 it is the exponential law; above 1 things wear out.
 */
public final class Weibull implements Distribution {

    /**
     * The logarithm of an exponential draw between 0.01 and 37 is off by a hundred times what the draw is.
     */
    private static final double LONGEST_LOGARITHM = 110;

    private final double shape;
    private final double scaleNanos;
    private final String text;
    /** How far off a draw may be, as a part of it, that is made of logarithms which are nearly right. */
    private final double off;

    private Weibull(double shape, double scaleNanos, String text) {
        this.shape = shape;
        this.scaleNanos = scaleNanos;
        this.text = text;
        this.off = (1 + LONGEST_LOGARITHM / shape) * Nearly.OFF;
    }

    /** @param scale what 63 % of the draws stay below */
    public static Weibull ofScale(double shape, Span scale) {
        return new Weibull(Shapes.checked(shape), scale.nanos(),
                "weibull(shape: " + Numerals.of(shape) + ", scale: " + scale + ")");
    }

    public static Weibull ofMean(double shape, Span mean) {
        return new Weibull(Shapes.checked(shape), mean.nanos() / Shapes.gamma(1 + 1 / shape),
                "weibull(shape: " + Numerals.of(shape) + ", mean: " + mean + ")");
    }

    @Override
    public long drawNanos(long bits) {
        double uniform = RandomSource.positive(~bits);
        double nearly = scaleNanos * Nearly.exp(Nearly.log(Nearly.exponential(uniform)) / shape);
        return Nearly.decides(nearly, nearly * off) ? Distribution.whole(nearly)
                : Distribution.whole(scaleNanos * StrictMath.pow(-StrictMath.log(uniform), 1 / shape));
    }

    @Override
    public double meanNanos() {
        return scaleNanos * Shapes.gamma(1 + 1 / shape);
    }

    @Override
    public double medianNanos() {
        return scaleNanos * StrictMath.pow(StrictMath.log(2), 1 / shape);
    }

    /** Weighted by length, (x / scale) to the power of the shape follows a gamma law. */
    @Override
    public long residualNanos(RandomSource random) {
        double longer = StrictMath.pow(Shapes.nextGamma(1 + 1 / shape, random), 1 / shape);
        return Distribution.whole(scaleNanos * longer * random.nextDouble());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weibull weibull && shape == weibull.shape
                && scaleNanos == weibull.scaleNanos;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(shape) + Double.hashCode(scaleNanos);
    }

    @Override
    public String toString() {
        return text;
    }
}
