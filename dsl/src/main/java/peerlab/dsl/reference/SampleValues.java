package peerlab.dsl.reference;

import java.util.Map;
import java.util.Optional;

import peerlab.dsl.grammar.Form;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;

/** A value for each slot of the grammar, in both languages, as one would write it in a lecture. */
final class SampleValues {

    private static final Form CONDITION =
            new Form("condition", "messages.delivered > 100", "messages.delivered > 100", "");

    /** What reads better than any value of the kind. */
    private static final Map<String, Form> BY_NAME = Map.ofEntries(
            same("via", "p1", true), same("bridge", "p3", true), same("as", "the step", true),
            quantity("every", 200, "ms"), quantity("for", 4, "s"), quantity("within", 20, "s"),
            quantity("over", 5, "s"), quantity("bursts", 200, "ms"), quantity("after", 10, "s"),
                    quantity("until", 60, "s"),
            quantity("size", 64, "KiB"), quantity("at", 50, "s"), quantity("atMost", 90, "s"),
            Map.entry("from", new Form("from", "any(peer)", "any peer", "")),
            same("points", "10", false), same("count", "10", false), same("seed", "42", false),
            same("title", "The sentence that the run proves", true), same("name", "halfway", true),
            same("file", "networks/wan.yaml", true),
            Map.entry("when", new Form("when", "peers.down > 0", "peers.down > 0", "")));

    private final String protocol;
    private final String message;

    SampleValues(String protocol) {
        this(protocol, "FindNode");
    }

    /** @param message the type of a message that the protocol has */
    SampleValues(String protocol, String message) {
        this.protocol = protocol;
        this.message = message;
    }

    /** The value as it stands behind a word or an option; conditions come without braces. */
    String of(Slot slot, Spelling spelling) {
        if (slot.name().equals("run")) {
            return spelling.name(protocol);
        }
        if (slot.kind() == ValueKind.MESSAGE) {
            return spelling.name(message);
        }
        if (slot.kind() == ValueKind.RATIO) {
            return ofKind(slot).in(spelling);
        }
        if (!slot.choices().isEmpty()) {
            String last = slot.choices().get(slot.choices().size() - 1);
            return spelling == Spelling.GROOVY ? "'" + last + "'" : last;
        }
        return Optional.ofNullable(BY_NAME.get(slot.name())).orElseGet(() -> ofKind(slot)).in(spelling);
    }

    private static Form ofKind(Slot slot) {
        switch (slot.kind()) {
            case SPAN, TIME, MOMENT:
                return quantity("", 20, "s").getValue();
            case WINDOW:
                return new Form("", "30.s..40.s", "30s..40s", "");
            case RATIO:
                return quantity("", 5, "%").getValue();
            case BYTES:
                return quantity("", 64, "KiB").getValue();
            case SIZE:
                return new Form("", "1.KiB..64.KiB", "1KiB..64KiB", "");
            case BANDWIDTH:
                return quantity("", 10, "Mbps").getValue();
            case INTEGER:
                return same("", "8", false).getValue();
            case NUMBER:
                return same("", "0.5", false).getValue();
            case FLAG:
                return same("", "true", false).getValue();
            case DISTRIBUTION:
                return new Form("", "20.ms..80.ms", "20ms..80ms", "");
            case OFFSET:
                return new Form("", "-300.ms", "-300ms", "");
            case DRIFT:
                return new Form("", "-50.ppm..50.ppm", "-50ppm..50ppm", "");
            case SELECTOR:
                return new Form("", "any(3)", "any 3", "");
            case SIDES:
                return same("", "minority", false).getValue();
            case KEYS:
                return new Form("", "keys(100)", "100 keys", "");
            case MARK_OR_ALL:
                return same("", "all", false).getValue();
            case CONDITION, CONDITION_OF_PEER:
                return CONDITION;
            case NAME, WORD:
                return same("", slot.name(), true).getValue();
            default:
                return new Form("", "1..20", "1..20", "");
        }
    }

    private static Map.Entry<String, Form> same(String name, String value, boolean isQuoted) {
        return Map.entry(name, new Form(name, isQuoted ? "'" + value + "'" : value, value, ""));
    }

    private static Map.Entry<String, Form> quantity(String name, int number, String unit) {
        java.math.BigDecimal value = java.math.BigDecimal.valueOf(number);
        return Map.entry(name, new Form(name, Spelling.GROOVY.quantity(value, unit),
                Spelling.YAML.quantity(value, unit), ""));
    }
}
