package peerlab.engine.base;

/** The shapes that a law may have, the function of Euler's that leads from a shape to a mean, and draws. */
public final class Shapes {

    public static final double LEAST = 0.1;
    public static final double MOST = 100;

    /**
     * The coefficients of Lanczos's series (1964) for g = 7 and nine terms, as Godfrey (2001) computes them.
     */
    private static final double G = 7;
    private static final double[] TERMS = {
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
        1.5056327351493116e-7};

    private Shapes() {
    }

    static double checked(double shape) {
        if (!(shape >= LEAST && shape <= MOST)) {
            throw new IllegalArgumentException("a shape lies between " + LEAST + " and " + MOST + ", found "
                    + shape);
        }
        return shape;
    }

    /**
     * The gamma function between 1 and 11, where the shapes lead: of a whole number it is the product of all
     * smaller ones.
     */
    static double gamma(double x) {
        if (!(x >= 1 && x <= 1 + 1 / LEAST)) {
            throw new IllegalArgumentException("gamma is computed from 1 to 11, found " + x);
        }
        double product = 1;
        double rest = x;
        while (rest >= 2) {
            rest -= 1;
            product *= rest;
        }
        return rest == 1 ? product : product * series(rest - 1);
    }

    /** Gamma of 1 + z for z below 1, where the series is good to the last places. */
    private static double series(double z) {
        double sum = TERMS[0];
        for (int i = 1; i < TERMS.length; i++) {
            sum += TERMS[i] / (z + i);
        }
        double t = z + G + 0.5;
        return StrictMath.sqrt(2 * StrictMath.PI) * StrictMath.pow(t, z + 0.5) * StrictMath.exp(-t) * sum;
    }

    /** A draw of the gamma law of scale 1, for shapes from 1 on (Marsaglia and Tsang 2000). */
    static double nextGamma(double shape, RandomSource random) {
        double d = shape - 1 / 3d;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double normal = random.nextNormal();
            double root = 1 + c * normal;
            double uniform = random.nextPositiveDouble();
            if (root > 0) {
                double v = root * root * root;
                double bound = normal * normal / 2 + d * (1 - v + StrictMath.log(v));
                if (StrictMath.log(uniform) < bound) {
                    return d * v;
                }
            }
        }
    }

    /**
     * A draw of the density x times that of the bell curve, for x above zero. It takes draws of a bell that
     * stands farther to the right, as the tangent of the logarithm of x at the density's own peak wants it,
     * and keeps each with the probability by which that overestimates.
     */
    static double lengthBiasedNormal(double mean, double deviation, RandomSource random) {
        double variance = deviation * deviation;
        double peak = (mean + StrictMath.sqrt(mean * mean + 4 * variance)) / 2;
        if (peak == 0) {
            return 0;
        }
        while (true) {
            double x = mean + variance / peak + deviation * random.nextNormal();
            double kept = random.nextPositiveDouble();
            if (x > 0 && kept * StrictMath.exp(x / peak - 1) <= x / peak) {
                return x;
            }
        }
    }
}
