package peerlab.engine.base;

import java.math.BigDecimal;
import java.math.MathContext;

/** A share or a probability; a scenario writes it as a percentage. */
public record Ratio(double value) implements Comparable<Ratio> {

    public static final Ratio NONE = new Ratio(0);
    public static final Ratio ALL = new Ratio(1);

    public Ratio {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a share is a finite number, found " + value);
        }
    }

    public static Ratio percent(double percent) {
        return new Ratio(percent / 100);
    }

    /** True for what can be a probability or a part of a whole. */
    public boolean isPart() {
        return value >= 0 && value <= 1;
    }

    @Override
    public int compareTo(Ratio other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        BigDecimal percent = new BigDecimal(value * 100, new MathContext(12)).stripTrailingZeros();
        return percent.toPlainString() + "%";
    }
}
