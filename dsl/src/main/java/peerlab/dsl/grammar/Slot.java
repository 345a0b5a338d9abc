package peerlab.dsl.grammar;

import java.util.List;

import peerlab.engine.protocol.Parameter;

/**
 * A place for a value: what stands behind a word, or an option.
 *
 * @param name as in Groovy
 * @param least the smallest number allowed, for integers
 * @param most the largest number allowed, for integers
 * @param choices the words allowed, for words
 * @param summary one line of what it is for
 */
public record Slot(
        String name, ValueKind kind, boolean isRequired, long least, long most, List<String> choices,
        String summary) {

    public static Slot required(String name, ValueKind kind, String summary) {
        return new Slot(name, kind, true, Long.MIN_VALUE, Long.MAX_VALUE, List.of(), summary);
    }

    public static Slot optional(String name, ValueKind kind, String summary) {
        return new Slot(name, kind, false, Long.MIN_VALUE, Long.MAX_VALUE, List.of(), summary);
    }

    public static Slot choice(String name, List<String> choices, String summary) {
        return new Slot(name, ValueKind.WORD, false, Long.MIN_VALUE, Long.MAX_VALUE, choices, summary);
    }

    /** A place where one of a few words must stand. */
    public static Slot oneOf(String name, List<String> choices, String summary) {
        return new Slot(name, ValueKind.WORD, true, Long.MIN_VALUE, Long.MAX_VALUE, choices, summary);
    }

    /** Where the value of a protocol's parameter stands. */
    public static Slot of(Parameter parameter) {
        return new Slot(parameter.name(), ValueKind.valueOf(parameter.type().name()), false, Long.MIN_VALUE,
                Long.MAX_VALUE, parameter.choices(), parameter.summary());
    }

    /** The same place under another name. */
    public Slot named(String other) {
        return new Slot(other, kind, isRequired, least, most, choices, summary);
    }

    public Slot between(long smallest, long largest) {
        return new Slot(name, kind, isRequired, smallest, largest, choices, summary);
    }
}
