package peerlab.engine.base;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes durations as a reader wants them: three digits, in the unit that fits. */
public final class Durations {

    private static final MathContext THREE = new MathContext(3);

    private Durations() {
    }

    /** {@code 1.55 h}, {@code 13.9 min}, {@code 20 s}, {@code 250 ms}. */
    public static String brief(double nanos) {
        double size = Math.abs(nanos);
        if (size >= 3_600e9) {
            return three(nanos / 3_600e9) + " h";
        } else if (size >= 60e9) {
            return three(nanos / 60e9) + " min";
        } else if (size >= 1e9 || size == 0) {
            return three(nanos / 1e9) + " s";
        }
        return size >= 1e6 ? three(nanos / 1e6) + " ms" : three(nanos / 1e3) + " us";
    }

    private static String three(double value) {
        BigDecimal rounded = new BigDecimal(value, THREE);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
