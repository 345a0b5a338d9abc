package peerlab.dsl.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.spec.Between;

/** Reads how wrong a clock is: ahead or behind, too fast or too slow, each by one value or a range. */
final class ClockReader {

    /** No clock is farther off. */
    private static final Span FARTHEST = Span.hours(100_000);
    private static final BigDecimal MOST = BigDecimal.valueOf(FARTHEST.nanos());
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Site site;
    private final QuantityReader quantities;

    ClockReader(Site site) {
        this.site = site;
        this.quantities = new QuantityReader(site);
    }

    Between<Offset> offsets() {
        return between(this::offset);
    }

    Between<Drift> drifts() {
        return between(this::drift);
    }

    private <T extends Comparable<T>> Between<T> between(Function<Tree, T> reader) {
        Tree tree = site.expression();
        if (!(tree instanceof Tree.Range range)) {
            return Between.just(reader.apply(tree));
        }
        T least = reader.apply(range.from());
        T most = reader.apply(range.to());
        if (least.compareTo(most) > 0) {
            throw new Complaint(range.place(), "the range " + least + ".." + most + " is reversed",
                    "write the smaller value first");
        }
        return new Between<>(least, most);
    }

    private Offset offset(Tree tree) {
        BigDecimal nanos = quantities.quantity(tree, Unit.SECONDS, "a time with its unit", "%").value()
                .movePointRight(9).setScale(0, RoundingMode.HALF_EVEN);
        if (nanos.abs().compareTo(MOST) > 0) {
            throw quantities.at(tree, "is off by more than " + FARTHEST + ": " + site.found(tree),
                    null);
        }
        return new Offset(nanos.longValueExact());
    }

    private Drift drift(Tree tree) {
        double ppm = quantities.quantity(tree, Unit.RATIO, "a drift in ppm", "ppm").value()
                .multiply(MILLION).doubleValue();
        if (ppm < Drift.LEAST_PPM || ppm > Drift.MOST_PPM) {
            throw quantities.at(tree, "lies between " + spell(Drift.LEAST_PPM) + " and "
                    + spell(Drift.MOST_PPM) + ", found " + site.found(tree), null);
        }
        return new Drift(ppm);
    }

    private String spell(double ppm) {
        return site.spelling().quantity(BigDecimal.valueOf(ppm), "ppm");
    }
}
