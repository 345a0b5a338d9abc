package peerlab.dsl.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.engine.base.SourcePlace;

/** Answers words and values that are sound YAML and yet not what their author meant. */
final class ValueSlips {

    private static final String SPAN = "\\d+(\\.\\d+)?(us|ms|s|min|h)";
    private static final Pattern TIME = Pattern.compile(SPAN + "(\\.\\." + SPAN + ")?");
    private static final Pattern STUCK = Pattern.compile("(at|during):(\\S.*)");
    private static final Pattern FRACTION = Pattern.compile("\\d+[a-zA-Z%]*");
    private static final String QUOTES = "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb";

    private ValueSlips() {
    }

    /** A value between the quotes of a word processor, which for YAML are letters like others. */
    static Optional<Diagnostic> quotes(String value, SourcePlace place) {
        boolean isQuoted = value.length() > 1 && QUOTES.indexOf(value.charAt(0)) >= 0
                && QUOTES.indexOf(value.charAt(value.length() - 1)) >= 0;
        return isQuoted ? Optional.of(Diagnostic.error(place, "typographic quotes, "
                + value.charAt(0) + " and " + value.charAt(value.length() - 1),
                "leave them out, or write '" + value.substring(1, value.length() - 1) + "'"))
                : Optional.empty();
    }

    /** What seems to say when, in a step that does not: {@code at:50s}, {@code in: 50s}. */
    static Optional<Diagnostic> time(String word, String value, SourcePlace place) {
        Matcher stuck = STUCK.matcher(word);
        if (stuck.matches()) {
            return Optional.of(Diagnostic.error(place, "a blank is missing behind '" + stuck.group(1) + ":'",
                    "write " + stuck.group(1) + ": " + stuck.group(2)));
        }
        return TIME.matcher(value).matches()
                ? Optional.of(Diagnostic.error(place, "'" + word + "' does not say when",
                        "write " + (value.contains("..") ? "during: " : "at: ") + value))
                : Optional.empty();
    }

    /** {@code 50,5s}, as one writes it in other countries, of which braces make two values. */
    static Optional<Diagnostic> decimal(String before, String word, SourcePlace place) {
        return before.matches("\\d+") && FRACTION.matcher(word).matches()
                ? Optional.of(Diagnostic.error(place, "a decimal has a point",
                        "write " + before + "." + word)) : Optional.empty();
    }

    /** {@code until 15s}, and {@code peers 9..16} behind another value. */
    static Optional<Diagnostic> colon(String written, SourcePlace place) {
        String[] words = written.split("\\s+", 2);
        return words.length < 2 ? Optional.empty()
                : Optional.of(Diagnostic.error(place, "'" + written + "' has no ':'",
                        "write " + words[0] + ": " + words[1] + "; several values stand in a list, [a, b]"));
    }
}
