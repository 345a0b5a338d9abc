package peerlab.engine.protocol;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Span;

/**
 * An option of a protocol: {@code k: 8}.
 *
 * @param initial the value where a scenario gives none; null for a parameter that has none then
 * @param least the smallest value allowed, of the same type, or null
 * @param most the largest value allowed, of the same type, or null
 * @param choices the words allowed, for a word
 */
public record Parameter(
        String name, Type type, Object initial, Object least, Object most, List<String> choices,
                String summary) {

    /** What kind of value it takes, and the Java type that carries it. */
    public enum Type {
        /** {@code Long}. */
        INTEGER,
        /** {@code Double}. */
        NUMBER,
        /** {@code Ratio}. */
        RATIO,
        /** {@code Span}. */
        SPAN,
        /** {@code Distribution}: a time that varies. */
        DISTRIBUTION,
        /** {@code Bytes}. */
        BYTES,
        /** {@code String}, one of the choices where there are any. */
        WORD,
        /** {@code Boolean}. */
        FLAG
    }

    public static Parameter integer(String name, long initial, long least, long most, String summary) {
        return new Parameter(name, Type.INTEGER, initial, least, most, List.of(), summary);
    }

    public static Parameter span(String name, Object initial, Object least, Object most, String summary) {
        return new Parameter(name, Type.SPAN, initial, least, most, List.of(), summary);
    }

    /** A time that varies; one that does not is given as a span. */
    public static Parameter distribution(String name, Span initial, String summary) {
        return new Parameter(name, Type.DISTRIBUTION, new Distribution.Fixed(initial), null, null, List.of(),
                summary);
    }

    public static Parameter flag(String name, boolean initial, String summary) {
        return new Parameter(name, Type.FLAG, initial, null, null, List.of(), summary);
    }

    public static Parameter word(String name, String initial, List<String> choices, String summary) {
        return new Parameter(name, Type.WORD, initial, null, null, choices, summary);
    }

    /**
     * What is wrong with a value of the right type, as the end of a sentence: "is at least 1"; empty where
     * nothing is.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Optional<String> complaintAbout(Object value) {
        if (least != null && ((Comparable) value).compareTo(least) < 0
                || most != null && ((Comparable) value).compareTo(most) > 0) {
            return Optional.of(most == null ? "is at least " + least : "lies between " + least + " and "
                    + most);
        }
        if (!choices.isEmpty() && !choices.contains(value)) {
            return Optional.of("is one of " + String.join(", ", choices));
        }
        return Optional.empty();
    }
}
