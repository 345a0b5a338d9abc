package peerlab.engine.base;

/**
 * Quantiles of the standard normal law, to twelve places, in a fraction of the time that {@link BellCurve}
 * takes for all sixteen; see {@link Nearly} for what such values are good for.
 *
 * <p>The half below zero is cut into pieces, narrower towards zero probability, and for each the first terms
 * of Taylor's series around its middle are known. They follow from what the quantile is in the middle, and
 * from the differential equation that quantiles of this law obey, x'' = x x'^2 (Steinbrecher and Shaw,
 * Quantile Mechanics, 2008).
 */
final class NearlyNormal {

    /** Pieces in each halving of the probability. */
    private static final int PIECE_BITS = 5;
    private static final int PIECES = 1 << PIECE_BITS;
    /** So many times the probability is halved; what lies below is drawn once in four thousand times. */
    private static final int HALVINGS = 12;
    private static final int SHIFT = 52 - PIECE_BITS;
    private static final double LEAST = StrictMath.scalb(0.5, -HALVINGS);
    private static final int FIRST = (int) (Double.doubleToRawLongBits(LEAST) >>> SHIFT);
    private static final int TERMS = 7;
    private static final int STRIDE = TERMS + 1;
    /** Of each piece in turn: one over its middle, and the terms, the constant one first. */
    private static final double[] TABLE = table();

    private NearlyNormal() {
    }

    /** What {@link BellCurve#draw} makes of 64 random bits; NaN for the few that are not known so well. */
    static double draw(long bits) {
        // the upper half mirrors the lower one: a branch would be foreseen half of the time
        long half = bits >> Long.SIZE - 1;
        double p = RandomSource.inner(bits ^ half);
        if (p < LEAST) {
            return Double.NaN;
        }
        int at = ((int) (Double.doubleToRawLongBits(p) >>> SHIFT) - FIRST) * STRIDE;
        double[] t = TABLE;
        double r = p * t[at] - 1;
        double square = r * r;
        double first = t[at + 1] + r * t[at + 2];
        double second = t[at + 3] + r * t[at + 4];
        double third = t[at + 5] + r * t[at + 6] + square * t[at + 7];
        double lower = first + square * (second + square * third);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(lower) ^ half & Long.MIN_VALUE);
    }

    private static double[] table() {
        double[] table = new double[HALVINGS * PIECES * STRIDE];
        int at = 0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double least = StrictMath.scalb(LEAST, halving);
            for (int piece = 0; piece < PIECES; piece++) {
                double middle = least * (1 + (piece + 0.5) / PIECES);
                table[at++] = 1 / middle;
                for (double term : series(middle)) {
                    table[at++] = term;
                }
            }
        }
        return table;
    }

    /** The terms around a probability, for what is left of it as a part of it. */
    private static double[] series(double middle) {
        double[] x = new double[TERMS];
        double[] slope = new double[TERMS];
        double[] square = new double[TERMS];
        x[0] = BellCurve.quantile(middle);
        x[1] = middle * StrictMath.sqrt(2 * StrictMath.PI) * StrictMath.exp(x[0] * x[0] / 2);
        for (int n = 0; n + 2 < TERMS; n++) {
            slope[n] = (n + 1) * x[n + 1];
            for (int i = 0; i <= n; i++) {
                square[n] += slope[i] * slope[n - i];
            }
            double sum = 0;
            for (int i = 0; i <= n; i++) {
                sum += x[i] * square[n - i];
            }
            x[n + 2] = sum / ((n + 1) * (n + 2));
        }
        return x;
    }
}
