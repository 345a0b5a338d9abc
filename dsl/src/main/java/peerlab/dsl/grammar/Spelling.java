package peerlab.dsl.grammar;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/** How the two languages spell the same thing, so that a remedy can be typed as it stands. */
public enum Spelling {
    GROOVY, YAML;

    /** That of the file in which the place lies. */
    public static Spelling of(SourcePlace place) {
        return place.file().toLowerCase(Locale.ROOT).endsWith(".groovy") ? GROOVY : YAML;
    }

    /** A number with its unit: {@code 20.ms} or {@code 20ms}. */
    public String quantity(BigDecimal number, String unit) {
        String digits = number.stripTrailingZeros().toPlainString();
        if (unit.equals("%")) {
            return this == GROOVY ? digits + ".percent" : digits + "%";
        }
        return this == GROOVY ? digits + "." + unit : digits + unit;
    }

    public String ratio(Ratio ratio) {
        return quantity(new BigDecimal(ratio.value() * 100, new MathContext(12)), "%");
    }

    public String span(Span span) {
        String[] parts = span.toString().split(" ");
        return quantity(new BigDecimal(parts[0]), parts[1]);
    }

    /** A word of the language: {@code atEnd}, or {@code at end}. */
    public String word(String camelCase) {
        return this == GROOVY ? camelCase : spaced(camelCase);
    }

    /** What begins with a capital is no word of the language, and is shown as it was written. */
    private static String spaced(String camelCase) {
        boolean isOurs = camelCase.isEmpty() || !Character.isUpperCase(camelCase.charAt(0));
        return isOurs ? camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT) : camelCase;
    }

    /** A name that the author chose: {@code 'the crash'}, or {@code the crash}. */
    public String name(String name) {
        return this == GROOVY ? "'" + name + "'" : name;
    }

    /** A parameter where it is used: {@code k}, or {@code $k}. */
    public String param(String name) {
        return this == GROOVY ? name : "$" + name;
    }

    /** An option with its value. */
    public String option(String name, String value) {
        return word(name) + ": " + value;
    }

    /** A step: {@code at(50.s) { crash all }}, or {@code { at: 50s, crash: all }}. */
    public String step(Span time, String verb, String what) {
        return this == GROOVY
                ? "at(" + span(time) + ") { " + verb + " " + what + " }"
                : "{ at: " + span(time) + ", " + verb + ": " + what + " }";
    }

    /** Words in a row, for "there are ...". */
    public String words(List<String> camelCase) {
        return camelCase.stream().map(this::word).collect(Collectors.joining(", "));
    }

    /** The word as a YAML key in Groovy's spelling: {@code at end} is {@code atEnd}. */
    public static String camelCase(String key) {
        StringBuilder word = new StringBuilder();
        for (String part : key.trim().split("\\s+")) {
            boolean isFirst = word.length() == 0;
            word.append(isFirst || part.isEmpty() ? part
                    : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
