package peerlab.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/**
 * Times on the command line, in the spelling of either language: {@code 51.480s}, {@code 200.ms}, {@code
 * "1.5 min"}.
 */
final class Times {

    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)[. ]?(us|ms|s|min|h)");
    private static final Map<String, String> NANOS = Map.of(
            "us", "1000", "ms", "1000000", "s", "1000000000", "min", "60000000000", "h", "3600000000000");

    private Times() {
    }

    static SimTime instant(String option, String written) {
        return new SimTime(nanos(written).orElseThrow(() -> new WrongUse(
                option + " takes a time with its unit, found '" + written + "'", "write " + option
                        + " 51.480s")));
    }

    static Span span(String option, String written) {
        return new Span(nanos(written).orElseThrow(() -> new WrongUse(
                option + " takes a time with its unit, found '" + written + "'", "write " + option
                        + " 500ms")));
    }

    /** Both ends of {@code 30s..40s}. */
    static SimTime[] window(String option, String written) {
        int dots = written.indexOf("..");
        Optional<Long> from = dots < 0 ? Optional.empty() : nanos(written.substring(0, dots));
        Optional<Long> to = dots < 0 ? Optional.empty() : nanos(written.substring(dots + 2));
        if (from.isEmpty() || to.isEmpty()) {
            throw new WrongUse(option + " takes two times, found '" + written + "'", "write " + option
                    + " 30s..40s");
        }
        if (from.get() > to.get()) {
            throw new WrongUse(option + " " + written + " ends before it begins",
                    "write the earlier time first");
        }
        return new SimTime[] {new SimTime(from.get()), new SimTime(to.get())};
    }

    private static Optional<Long> nanos(String written) {
        Matcher time = TIME.matcher(written.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = new BigDecimal(time.group(1)).multiply(new BigDecimal(NANOS.get(time.group(2))));
        return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0 ? Optional.empty()
                : Optional.of(nanos.longValue());
    }
}
