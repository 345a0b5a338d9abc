package peerlab.dsl.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;

/** An exact number with its unit: seconds for spans, the plain share for percentages. */
public record Quantity(BigDecimal value, Unit unit) {

    public static final List<String> SPANS = List.of("us", "ms", "s", "min", "h");
    public static final List<String> SIZES = List.of("B", "KiB", "MiB", "GiB");
    public static final List<String> BANDWIDTHS = List.of("bps", "kbps", "Mbps", "Gbps");

    private static final Map<String, Quantity> UNITS = new LinkedHashMap<>();

    static {
        unit("us", "0.000001", Unit.SECONDS);
        unit("ms", "0.001", Unit.SECONDS);
        unit("s", "1", Unit.SECONDS);
        unit("min", "60", Unit.SECONDS);
        unit("h", "3600", Unit.SECONDS);
        unit("percent", "0.01", Unit.RATIO);
        unit("%", "0.01", Unit.RATIO);
        unit("ppm", "0.000001", Unit.RATIO);
        unit("B", "1", Unit.BYTES);
        unit("KiB", "1024", Unit.BYTES);
        unit("MiB", "1048576", Unit.BYTES);
        unit("GiB", "1073741824", Unit.BYTES);
        unit("bps", "1", Unit.BANDWIDTH);
        unit("kbps", "1000", Unit.BANDWIDTH);
        unit("Mbps", "1000000", Unit.BANDWIDTH);
        unit("Gbps", "1000000000", Unit.BANDWIDTH);
    }

    private static void unit(String word, String factor, Unit unit) {
        UNITS.put(word, new Quantity(new BigDecimal(factor), unit));
    }

    public static Quantity number(BigDecimal value) {
        return new Quantity(value, Unit.NUMBER);
    }

    /** A number with a unit as written; empty for a unit that does not exist. */
    public static Optional<Quantity> of(BigDecimal number, String unit) {
        if (unit.isEmpty()) {
            return Optional.of(number(number));
        }
        return Optional.ofNullable(UNITS.get(unit)).map(u -> new Quantity(number.multiply(u.value), u.unit));
    }

    /** A number, span, share or size of Java's; empty for anything else. */
    public static Optional<Quantity> of(Object known) {
        if (known instanceof Span span) {
            return Optional.of(new Quantity(BigDecimal.valueOf(span.nanos(), 9).stripTrailingZeros(),
                    Unit.SECONDS));
        } else if (known instanceof Offset offset) {
            return Optional.of(new Quantity(BigDecimal.valueOf(offset.nanos(), 9).stripTrailingZeros(),
                    Unit.SECONDS));
        } else if (known instanceof Ratio ratio) {
            return Optional.of(new Quantity(BigDecimal.valueOf(ratio.value()), Unit.RATIO));
        } else if (known instanceof Bytes bytes) {
            return Optional.of(new Quantity(BigDecimal.valueOf(bytes.count()), Unit.BYTES));
        } else if (known instanceof Bandwidth bandwidth) {
            return Optional.of(new Quantity(BigDecimal.valueOf(bandwidth.bitsPerSecond()), Unit.BANDWIDTH));
        } else if (known instanceof BigDecimal decimal) {
            return Optional.of(number(decimal));
        } else if (known instanceof BigInteger integer) {
            return Optional.of(number(new BigDecimal(integer)));
        } else if (known instanceof Double || known instanceof Float) {
            double value = ((Number) known).doubleValue();
            return Double.isFinite(value) ? Optional.of(number(BigDecimal.valueOf(value)))
                    : Optional.empty();
        } else if (known instanceof Number integer) {
            return Optional.of(number(BigDecimal.valueOf(integer.longValue())));
        }
        return Optional.empty();
    }

    /** Whether two values that a parameter may have are of one kind; times may be ahead or behind. */
    public static boolean areAlike(Object one, Object other) {
        boolean areTimes = Set.of(Span.class, Offset.class).containsAll(
                Set.copyOf(List.of(one.getClass(), other.getClass())));
        return areTimes || one.getClass() == other.getClass();
    }

    public boolean isInteger() {
        return unit == Unit.NUMBER && value.stripTrailingZeros().scale() <= 0;
    }

    /** Sum, difference, product, quotient or remainder; empty where the units do not allow it. */
    public Optional<Quantity> combine(String operator, Quantity other) {
        boolean isPlain = unit == Unit.NUMBER || other.unit == Unit.NUMBER;
        switch (operator) {
            case "+":
                return sameUnit(other, value.add(other.value));
            case "-":
                return sameUnit(other, value.subtract(other.value));
            case "%":
                return sameUnit(other, value.remainder(other.value));
            case "*":
                return isPlain
                        ? Optional.of(new Quantity(value.multiply(other.value), unit == Unit.NUMBER
                                ? other.unit : unit))
                        : Optional.empty();
            default:
                if (other.unit != Unit.NUMBER && other.unit != unit) {
                    return Optional.empty();
                }
                BigDecimal quotient = value.divide(other.value, MathContext.DECIMAL64).stripTrailingZeros();
                BigDecimal plain = quotient.scale() < 0 ? quotient.setScale(0) : quotient;
                return Optional.of(new Quantity(plain, other.unit == Unit.NUMBER ? unit : Unit.NUMBER));
        }
    }

    private Optional<Quantity> sameUnit(Quantity other, BigDecimal result) {
        return unit == other.unit ? Optional.of(new Quantity(result, unit)) : Optional.empty();
    }

    /**
     * As the value that a parameter has: {@code Long}, {@code Double}, {@code Span} or, negative, {@code
     * Offset}, {@code Ratio}, {@code Bytes} or {@code Bandwidth}.
     */
    public Object asValue() {
        switch (unit) {
            case SECONDS:
                long nanos = value.movePointRight(9).longValueExact();
                return nanos < 0 ? new Offset(nanos) : new Span(nanos);
            case RATIO:
                return new Ratio(value.doubleValue());
            case BYTES:
                return new Bytes(value.longValueExact());
            case BANDWIDTH:
                return new Bandwidth(value.longValueExact());
            default:
                return value.scale() <= 0 ? (Object) value.longValueExact() : (Object) value.doubleValue();
        }
    }

    /**
     * As it reads in a claim: {@code 95%}, {@code 5 s}, {@code 0.5}; also where no run could last so long.
     */
    public String text() {
        if (unit == Unit.NUMBER) {
            return plain();
        }
        try {
            return asValue().toString();
        } catch (ArithmeticException | IllegalArgumentException beyond) {
            return plain() + (unit == Unit.BYTES ? " B" : " s");
        }
    }

    private String plain() {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toPlainString();
    }
}
