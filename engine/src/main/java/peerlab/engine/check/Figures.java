package peerlab.engine.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Unit;

/** Writes values and instants as a reader wants them: short, in their unit. */
public final class Figures {

    private static final MathContext PLAIN = new MathContext(6);
    private static final long MILLI = 1_000_000;

    private Figures() {
    }

    /** {@code 88%}, {@code 83.2 ms}, {@code 64 KiB}, {@code true}, {@code 9}. */
    public static String value(double value, Unit unit) {
        if (Double.isNaN(value)) {
            return "no value";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        return switch (unit) {
            case RATIO -> percent(value, 2);
            case SECONDS -> seconds(value);
            case BYTES -> bytes(value);
            case BANDWIDTH -> bandwidth(value);
            case TRUTH -> value != 0 ? "true" : "false";
            case NUMBER, TEXT -> number(value);
        };
    }

    /** A value as it must be written to be told apart from the one it was compared with. */
    static String apart(double value, double other, Unit unit) {
        String text = value(value, unit);
        for (int places = 3; places < 12 && unit == Unit.RATIO && value != other; places++) {
            if (!text.equals(value(other, unit))) {
                return text;
            }
            text = percent(value, places);
        }
        return text;
    }

    /** {@code 70 s}, {@code 66.4 s}: to the millisecond. */
    static String instant(long nanos) {
        return new SimTime((nanos + MILLI / 2) / MILLI * MILLI).toString();
    }

    /** {@code 51.480 s}: always to the millisecond, as the times of operations are written. */
    static String moment(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).toPlainString() + " s";
    }

    private static String bandwidth(double value) {
        boolean isCount = value == Math.rint(value) && value > 0 && value < Long.MAX_VALUE;
        return isCount ? new Bandwidth((long) value).toString() : number(value) + " bps";
    }

    private static String percent(double share, int places) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
        return plain(percent.setScale(places, RoundingMode.HALF_UP)) + "%";
    }

    private static String bytes(double value) {
        boolean isCount = value >= 0 && value == (long) value;
        return isCount ? new Bytes((long) value).toString() : number(value) + " B";
    }

    private static String seconds(double seconds) {
        double size = Math.abs(seconds);
        if (size >= 1 || size == 0) {
            return rounded(seconds) + " s";
        }
        return size >= 1e-3 ? rounded(seconds * 1e3) + " ms" : rounded(seconds * 1e6) + " us";
    }

    private static String rounded(double value) {
        return plain(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
    }

    private static String number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole ? Long.toString((long) value) : plain(new BigDecimal(value, PLAIN));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
