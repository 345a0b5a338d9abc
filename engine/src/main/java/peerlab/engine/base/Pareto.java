package peerlab.engine.base;

/**
 * Few long and many short: a draw exceeds x with the probability (scale / x) to the power of the shape, and
 * none is shorter than the scale. The smaller the shape, the heavier the tail; with a shape of 1 or less the
 * law has no mean.
 */
public final class Pareto implements Distribution {

    /** Of 2^-53, the smallest number drawn. */
    private static final double LONGEST_LOGARITHM = 37;

    private final double shape;
    private final double scaleNanos;
    private final String text;
    /** How far off a draw may be, as a part of it, that is made of a logarithm which is nearly right. */
    private final double off;

    private Pareto(double shape, double scaleNanos, String text) {
        this.shape = shape;
        this.scaleNanos = scaleNanos;
        this.text = text;
        this.off = (1 + LONGEST_LOGARITHM / shape) * Nearly.OFF;
    }

    /** @param scale the shortest that a draw can be */
    public static Pareto ofScale(double shape, Span scale) {
        return new Pareto(Shapes.checked(shape), scale.nanos(),
                "pareto(shape: " + Numerals.of(shape) + ", scale: " + scale + ")");
    }

    /** @param shape more than 1, for else there is no mean */
    public static Pareto ofMean(double shape, Span mean) {
        if (!(shape > 1)) {
            throw new IllegalArgumentException("pareto has a mean for shapes above 1, found " + shape);
        }
        return new Pareto(Shapes.checked(shape), mean.nanos() * (shape - 1) / shape,
                "pareto(shape: " + Numerals.of(shape) + ", mean: " + mean + ")");
    }

    @Override
    public long drawNanos(long bits) {
        double uniform = RandomSource.positive(~bits);
        double nearly = scaleNanos * Nearly.exp(-Nearly.log(uniform) / shape);
        return Nearly.decides(nearly, nearly * off) ? Distribution.whole(nearly)
                : Distribution.whole(scaleNanos * StrictMath.pow(uniform, -1 / shape));
    }

    @Override
    public double meanNanos() {
        return shape > 1 ? scaleNanos * shape / (shape - 1) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double medianNanos() {
        return scaleNanos * StrictMath.pow(2, 1 / shape);
    }

    /** Weighted by length, it is a law of Pareto again, its shape smaller by one. */
    @Override
    public long residualNanos(RandomSource random) {
        if (!(shape > 1)) {
            throw new IllegalStateException(this + " has no mean, so nothing is ever in a steady state");
        }
        double longer = StrictMath.pow(random.nextPositiveDouble(), -1 / (shape - 1));
        return Distribution.whole(scaleNanos * longer * random.nextDouble());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pareto pareto && shape == pareto.shape && scaleNanos == pareto.scaleNanos;
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
