package peerlab.dsl.write;

import java.util.Map;
import java.util.Optional;

import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Protocols;

/** Knows which kind of value stands where, from the grammar and from the protocols. */
final class Kinds {

    private final Vocabulary vocabulary;
    private final Protocols protocols;

    Kinds(Vocabulary vocabulary, Protocols protocols) {
        this.vocabulary = vocabulary;
        this.protocols = protocols;
    }

    /** The words that may stand in the braces of a word of the top level. */
    Map<String, ? extends Entry<?>> inside(String block) {
        return switch (block) {
            case "timeline" -> vocabulary.occasions();
            case "expect" -> vocabulary.operators();
            case "network" -> vocabulary.network();
            case "record" -> vocabulary.record();
            default -> Map.of();
        };
    }

    Optional<Entry<?>> block(String word) {
        return Optional.ofNullable(vocabulary.blocks().get(word));
    }

    Optional<Entry<?>> action(String word) {
        return Optional.ofNullable(vocabulary.actions().get(word));
    }

    Optional<Entry<?>> word(String block, String word) {
        return Optional.ofNullable(inside(block).get(word));
    }

    /** What stands directly behind a word. */
    Optional<ValueKind> argument(Optional<Entry<?>> entry) {
        return entry.flatMap(Entry::argument).map(Slot::kind);
    }

    Optional<ValueKind> option(Optional<Entry<?>> entry, Phrase phrase, String name) {
        Optional<ValueKind> known = entry.flatMap(e -> e.option(name)).map(Slot::kind);
        return known.isPresent() ? known : parameter(phrase, name);
    }

    /** True for a word of the language, whose spelling differs; the options of protocols keep theirs. */
    boolean isWord(Optional<Entry<?>> entry, String name) {
        return entry.filter(e -> e.optionNames().contains(name)).isPresent();
    }

    private Optional<ValueKind> parameter(Phrase phrase, String name) {
        return phrase.options().stream().filter(option -> option.name().equals("run"))
                .map(Phrase.Option::value).filter(Value.Written.class::isInstance)
                .map(value -> ((Value.Written) value).text().replaceAll("['\"]", "").strip())
                .map(protocols::find).flatMap(Optional::stream)
                .flatMap(protocol -> protocol.parameters().stream())
                .filter(parameter -> parameter.name().equals(name)).map(Parameter::type)
                .map(type -> ValueKind.valueOf(type.name())).findFirst();
    }
}
