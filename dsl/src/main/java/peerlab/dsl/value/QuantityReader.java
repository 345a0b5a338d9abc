package peerlab.dsl.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;

/** Reads numbers with and without units. */
final class QuantityReader {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Site site;

    QuantityReader(Site site) {
        this.site = site;
    }

    Span span() {
        return span(site.expression());
    }

    SimTime time() {
        return new SimTime(span().nanos());
    }

    Span span(Tree tree) {
        Quantity quantity = quantity(tree, Unit.SECONDS, "a time with its unit");
        BigDecimal nanos = quantity.value().movePointRight(9);
        if (nanos.signum() < 0) {
            throw at(tree, "cannot be negative, found " + quantity.value().toPlainString() + " s", null);
        }
        if (nanos.compareTo(MOST) > 0) {
            throw at(tree, "is longer than any run: " + site.found(tree), "write at most "
                    + spell("2500000", "h"));
        }
        boolean isWritten = tree instanceof Tree.Number;
        if (isWritten && nanos.stripTrailingZeros().scale() > 0) {
            throw at(tree, "is finer than a nanosecond: " + site.found(tree), "write at least "
                    + spell("0.001", "us"));
        }
        return new Span(nanos.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    /** A percentage between 0 and 100. */
    Ratio part() {
        return part(site.expression());
    }

    Ratio part(Tree tree) {
        Ratio ratio = new Ratio(quantity(tree, Unit.RATIO, "a percentage").value().doubleValue());
        if (!ratio.isPart()) {
            throw at(tree, "lies between 0% and 100%, found " + ratio, null);
        }
        return ratio;
    }

    Bytes bytes() {
        return bytes(site.expression());
    }

    Bytes bytes(Tree tree) {
        BigDecimal count = quantity(tree, Unit.BYTES, "a size with its unit").value();
        if (count.signum() < 0 || count.stripTrailingZeros().scale() > 0 || count.compareTo(MOST) > 0) {
            throw at(tree, "is a whole number of bytes, found " + site.found(tree), null);
        }
        return new Bytes(count.longValueExact());
    }

    Bandwidth bandwidth() {
        Tree tree = site.expression();
        BigDecimal bits = quantity(tree, Unit.BANDWIDTH, "a bandwidth with its unit").value();
        if (bits.signum() <= 0 || bits.stripTrailingZeros().scale() > 0 || bits.compareTo(MOST) > 0) {
            throw at(tree, "is a whole number of bits a second, and more than none; found " + site.found(),
                    null);
        }
        return new Bandwidth(bits.longValueExact());
    }

    long integer(long least, long most) {
        return integer(site.expression(), least, most);
    }

    long integer(Tree tree, long least, long most) {
        Quantity quantity = quantity(tree, Unit.NUMBER, "a whole number");
        if (!quantity.isInteger()) {
            throw site.needs("a whole number", tree instanceof Tree.Number ? null
                    : "it comes to " + quantity.value().round(new MathContext(6)).toPlainString());
        }
        boolean isOutside = quantity.value().compareTo(BigDecimal.valueOf(least)) < 0
                || quantity.value().compareTo(BigDecimal.valueOf(most)) > 0;
        if (isOutside) {
            boolean isTooSmall = quantity.value().compareTo(BigDecimal.valueOf(least)) < 0;
            String limit = isTooSmall ? "is at least " + least : "is at most " + most;
            throw at(tree, limit + ", found " + quantity.text(), null);
        }
        return quantity.value().longValueExact();
    }

    double number() {
        return number(site.expression());
    }

    double number(Tree tree) {
        return quantity(tree, Unit.NUMBER, "a number").value().doubleValue();
    }

    private Quantity quantity(Tree tree, Unit unit, String noun) {
        return quantity(tree, unit, noun, "%");
    }

    /** @param shareUnit in what a remedy spells a share */
    Quantity quantity(Tree tree, Unit unit, String noun, String shareUnit) {
        boolean isOddlySpelled = unit == Unit.NUMBER
                && tree instanceof Tree.Number number
                        && Quantity.of(number.value(), number.unit()).isEmpty();
        Object constant = isPlain(tree) && !isOddlySpelled ? site.constants().of(tree) : tree;
        if (constant instanceof Quantity quantity && quantity.unit() == unit) {
            return quantity;
        }
        String remedy = constant instanceof Quantity quantity ? remedy(quantity, unit, shareUnit)
                : example(unit, shareUnit);
        String where = "'" + site.spelling().word(site.slot()) + "' needs " + noun + ", found "
                + site.found(tree);
        throw new Complaint(tree.place(), where, remedy);
    }

    /**
     * True for what has one value; a bare word that names nothing is not looked up but shown as it stands.
     */
    private boolean isPlain(Tree tree) {
        if (tree instanceof Tree.Name name) {
            return name.isParam() || site.constants().named(name).isPresent() || looksLikeParam(name);
        }
        return !(tree instanceof Tree.Range || tree instanceof Tree.Call || tree instanceof Tree.Braced
                || tree instanceof Tree.Member || tree instanceof Tree.Indexed);
    }

    /** In YAML a parameter has a dollar; a bare word is one only where its author forgot it. */
    private boolean looksLikeParam(Tree.Name name) {
        return site.spelling() == Spelling.GROOVY || site.constants().hasParam(name.name());
    }

    private String remedy(Quantity found, Unit due, String shareUnit) {
        if (found.unit() != Unit.NUMBER) {
            return example(due, shareUnit);
        }
        String digits = found.value().stripTrailingZeros().toPlainString();
        switch (due) {
            case SECONDS:
                return "write " + spell(digits, "ms") + " or " + spell(digits, "s");
            case BYTES:
                return "write " + spell(digits, "B") + " or " + spell(digits, "KiB");
            case BANDWIDTH:
                return "write " + spell(digits, "kbps") + " or " + spell(digits, "Mbps");
            case RATIO:
                if (!shareUnit.equals("%")) {
                    return "write " + spell(digits, shareUnit);
                }
                boolean isShare = found.value().abs().compareTo(BigDecimal.ONE) < 0;
                BigDecimal percent = isShare ? found.value().multiply(HUNDRED) : found.value();
                return "write " + site.spelling().quantity(percent, "%");
            default:
                return null;
        }
    }

    private String example(Unit due, String shareUnit) {
        switch (due) {
            case SECONDS:
                return "write it like " + spell("200", "ms") + "; units: "
                        + String.join(" ", Quantity.SPANS);
            case BYTES:
                return "write it like " + spell("64", "KiB") + "; units: "
                        + String.join(" ", Quantity.SIZES);
            case BANDWIDTH:
                return "write it like " + spell("10", "Mbps") + "; units: "
                        + String.join(" ", Quantity.BANDWIDTHS);
            case RATIO:
                return "write it like " + spell(shareUnit.equals("%") ? "5" : "50", shareUnit);
            default:
                return "write a number without a unit";
        }
    }

    private String spell(String digits, String unit) {
        return site.spelling().quantity(new BigDecimal(digits), unit);
    }

    Complaint at(Tree tree, String message, String remedy) {
        return new Complaint(tree.place(), "'" + site.spelling().word(site.slot()) + "' " + message, remedy);
    }
}
