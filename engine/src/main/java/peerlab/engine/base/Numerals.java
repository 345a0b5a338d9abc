package peerlab.engine.base;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as files spell them: as few digits as give the same number back, no {@code .0}, and the same
 * characters on every JDK. (The text of {@code Double.toString} changed in JDK 19.)
 *
 * <p>Plain digits where JavaScript's {@code Number.prototype.toString} has plain digits (ECMA-262,
 * 6.1.6.1.20), an exponent where it has one.
 */
public final class Numerals {

    private static final double LARGEST_EXACT = 1e15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private Numerals() {
    }

    /** @throws IllegalArgumentException for what is no number: files say null, or nothing, for it */
    public static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("only finite numbers have digits, found " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
            return Long.toString((long) value);
        }
        int places = placesOf(value);
        return places > 0 ? decimal(StrictMath.round(value * POWERS[places]), places) : shortest(value);
    }

    /**
     * How many decimal places write the value exactly, of at most 9 and at most 15 digits in all; -1 if that
     * is not enough. A quotient of two exact doubles is the double nearest to the decimal that it stands
     * for, so reading the digits gives the value back; and of 15 digits or fewer no other decimal does.
     */
    static int placesOf(double value) {
        for (int places = 1; places < POWERS.length; places++) {
            double scaled = value * POWERS[places];
            if (Math.abs(scaled) >= LARGEST_EXACT) {
                return -1;
            }
            if (StrictMath.rint(scaled) / POWERS[places] == value) {
                return Math.abs(value) >= 1e-6 ? places : -1;
            }
        }
        return -1;
    }

    private static String decimal(long scaled, int places) {
        return (scaled < 0 ? "-" : "") + Decimals.plain(Math.abs(scaled), places);
    }

    /** Fifteen digits survive being read as a double, unless it is subnormal; seventeen always suffice. */
    private static String shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int fewest = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15;
        for (int digits = fewest; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return spell(rounded.stripTrailingZeros());
            }
        }
        return spell(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros());
    }

    private static String spell(BigDecimal decimal) {
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= -6 && exponent < 21) {
            return decimal.toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (decimal.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent > 0 ? "+" : "") + exponent;
    }
}
