package peerlab.engine.base;

/**
 * Logarithms and the like to twelve places, in a fraction of the time that {@code StrictMath} takes for all
 * sixteen. A time is drawn in whole nanoseconds: a value that is nearly right mostly tells which one it is,
 * and {@link #decides} says when. Else the exact function is asked, so that a draw is always the one that
 * {@code StrictMath} gives, on every machine.
 *
 * <p>Each function looks up the nearest of some values that {@code StrictMath} computed, and adds the first
 * terms of Taylor's series for what is left. Only arithmetic that is the same everywhere is used.
 */
final class Nearly {

    /** No function here is off by more, as a part of its value, or of one where its value is less. */
    static final double OFF = 1e-13;

    private static final int PIECE_BITS = 7;
    private static final int PIECES = 1 << PIECE_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1023;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final double LN2 = StrictMath.log(2);
    private static final double PIECES_OF_LN2 = PIECES / LN2;
    private static final double LN2_PIECE = LN2 / PIECES;
    /** Beyond this an exponential comes near to what a double can hold. */
    private static final double MOST_EXPONENT = 600;
    /** Above this the logarithm is so small that it is not known to twelve places of its own. */
    private static final double NEAR_ONE = 0.99;

    /** Of the middle of each piece of [1, 2): one over it, and its logarithm. */
    private static final double[] INVERSE = new double[PIECES];
    private static final double[] LOG = new double[PIECES];
    /** 2 to the power of each whole number of pieces. */
    private static final double[] POWER = new double[PIECES];

    static {
        for (int i = 0; i < PIECES; i++) {
            INVERSE[i] = 1 / (1 + (i + 0.5) / PIECES);
            LOG[i] = -StrictMath.log(INVERSE[i]);
            POWER[i] = StrictMath.exp(i * LN2_PIECE);
        }
    }

    private Nearly() {
    }

    /** Whether all that is as near to a value as this rounds to the same whole number. */
    static boolean decides(double value, double near) {
        return Math.abs(value - Math.rint(value)) < 0.5 - near;
    }

    /** The natural logarithm of a positive number, not one of the tiny ones with fewer places. */
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int piece = (int) (bits >>> MANTISSA_BITS - PIECE_BITS) & PIECES - 1;
        double mantissa = Double.longBitsToDouble(bits & MANTISSA | (long) BIAS << MANTISSA_BITS);
        double r = mantissa * INVERSE[piece] - 1;
        double rest = r * (1 - r * (1 / 2d - r * (1 / 3d - r * (1 / 4d - r * (1 / 5d)))));
        return ((int) (bits >>> MANTISSA_BITS) - BIAS) * LN2 + (LOG[piece] + rest);
    }

    /** The exponential function; NaN where it comes near to what a double can hold. */
    static double exp(double x) {
        if (!(Math.abs(x) < MOST_EXPONENT)) {
            return Double.NaN;
        }
        double pieces = Math.rint(x * PIECES_OF_LN2);
        double r = x - pieces * LN2_PIECE;
        double rest = 1 + r * (1 + r * (1 / 2d + r * (1 / 6d + r * (1 / 24d))));
        int whole = (int) pieces;
        double power = Double.longBitsToDouble((long) ((whole >> PIECE_BITS) + BIAS) << MANTISSA_BITS);
        return power * (POWER[whole & PIECES - 1] * rest);
    }

    /** The exponential draw of mean 1 that a uniform one makes; NaN for the few that are less known. */
    static double exponential(double uniform) {
        return uniform > NEAR_ONE ? Double.NaN : -log(uniform);
    }
}
