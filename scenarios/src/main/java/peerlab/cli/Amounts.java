package peerlab.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.value.Quantity;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;

import picocli.CommandLine.ParseResult;

/** Reads the amounts that stand behind options: counts, sizes, times and percentages. */
final class Amounts {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)\\s*([A-Za-z%]*)");
    private static final String COMMA = ",";

    private final ParseResult words;

    Amounts(ParseResult words) {
        this.words = words;
    }

    boolean isGiven(String option) {
        return words.hasMatchedOption(option);
    }

    /** The words of an option that takes several with commas between; none where it is not given. */
    List<String> several(String option, String example) {
        String written = words.matchedOptionValue(option, "");
        List<String> several = new ArrayList<>();
        for (String word : written.isEmpty() ? new String[0] : written.split(COMMA, -1)) {
            if (word.isBlank()) {
                throw new WrongUse(option + " has nothing before or behind a comma: '" + written + "'",
                        "write " + option + " " + example);
            }
            several.add(word.strip());
        }
        if (isGiven(option) && several.isEmpty()) {
            throw new WrongUse(option + " needs a value", "write " + option + " " + example);
        }
        return several;
    }

    /** A number above 0. */
    long count(String option, String written, String example) {
        Optional<Quantity> quantity = quantity(written).filter(q -> q.isInteger() && q.value().signum() > 0);
        return quantity.map(q -> q.value().longValueExact()).orElseThrow(() -> new WrongUse(
                option + " takes whole numbers above 0, found '" + written + "'",
                "write " + option + " " + example));
    }

    long count(String option, long usual) {
        String written = words.matchedOptionValue(option, null);
        return written == null ? usual : count(option, written, Long.toString(usual));
    }

    /** A size above 0; bytes need no unit here. */
    Bytes bytes(String option, String written) {
        return quantity(written)
                .filter(q -> (q.unit() == Unit.BYTES || q.unit() == Unit.NUMBER) && q.value().signum() > 0
                        && q.value().stripTrailingZeros().scale() <= 0
                        && q.value().toBigInteger().bitLength() < Long.SIZE)
                .map(q -> new Bytes(q.value().longValueExact()))
                .orElseThrow(() -> new WrongUse(
                        option + " takes sizes above 0, found '" + written + "'",
                        "write " + option + " 1MiB; units: " + String.join(" ", Quantity.SIZES)));
    }

    Optional<Span> span(String option) {
        String written = words.matchedOptionValue(option, null);
        return Optional.ofNullable(written).map(text -> quantity(text)
                .filter(q -> q.unit() == Unit.SECONDS && q.value().signum() > 0
                        && q.value().movePointRight(9).toBigInteger().bitLength() < Long.SIZE)
                .map(q -> new Span(q.value().movePointRight(9).longValue()))
                .filter(span -> !span.isZero())
                .orElseThrow(() -> new WrongUse(option + " takes a time, found '" + text + "'",
                        "write " + option + " 10min; units: " + String.join(" ", Quantity.SPANS))));
    }

    /** A share between 0 and all. */
    static Ratio part(String option, String written) {
        return quantity(written).filter(q -> q.unit() == Unit.RATIO)
                .map(q -> new Ratio(q.value().doubleValue())).filter(Ratio::isPart)
                .orElseThrow(() -> new WrongUse(option + " takes a percentage up to 100%, found '" + written
                        + "'", "write " + option + " 10%"));
    }

    static Optional<Quantity> quantity(String written) {
        Matcher amount = AMOUNT.matcher(written);
        return amount.matches() ? Quantity.of(new BigDecimal(amount.group(1)), amount.group(2))
                : Optional.empty();
    }
}
