package peerlab.dsl.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.engine.base.SourcePlace;

/**
 * One value where it stands: its text, its language, and the slot that it fills, by the name that messages
 * give it.
 *
 * @param text as written; empty for what a script computed and for a YAML sequence
 */
record Site(String slot, Value value, Optional<Text> text, Spelling spelling, Constants constants) {

    static Site of(String slot, Value value, Scope scope) {
        Spelling spelling = Spelling.of(value.place());
        if (value instanceof Value.Written written) {
            return new Site(slot, value, Optional.of(new Text(written.text(), written.place())), spelling,
                    new Constants(scope, written.variables(), spelling));
        }
        return new Site(slot, value, Optional.empty(), spelling, new Constants(scope, Map.of(), spelling));
    }

    SourcePlace place() {
        return text.map(Text::place).orElse(value.place());
    }

    /** The value as an expression. */
    Tree expression() {
        return tree(false);
    }

    /** The value as words that say who or what is meant. */
    Tree phrase() {
        // YAML needs quotes around what begins with a bracket or holds a colon: quotes alone do not make it
        // a name
        return tree(true);
    }

    private Tree tree(boolean isPhrase) {
        if (value instanceof Value.Written written) {
            return Inlining.tree(written, isPhrase);
        } else if (value instanceof Value.Computed computed) {
            return Inlining.tree(computed, isPhrase);
        }
        List<Value> items = ((Value.Sequence) value).items();
        List<Tree> trees = items.stream()
                .map(item -> new Site(slot, item, textOf(item), spelling, constants))
                .map(site -> isPhrase ? site.phrase() : site.expression())
                .toList();
        return new Tree.Listed(trees, value.place());
    }

    private static Optional<Text> textOf(Value item) {
        return item instanceof Value.Written written
                ? Optional.of(new Text(written.text(), written.place()))
                : Optional.empty();
    }

    boolean isQuoted() {
        return value instanceof Value.Written written && written.isQuoted();
    }

    /** The value as it stands, for the end of a message: "found 0.01". */
    String found() {
        if (value instanceof Value.Computed computed) {
            return String.valueOf(computed.value());
        }
        return text.map(written -> written.text().isBlank() ? "nothing" : written.brief()).orElse("a list");
    }

    /** A part of the value as it stands, where the part has a text of its own; else the value. */
    String found(Tree part) {
        boolean hasText = part instanceof Tree.Number || part instanceof Tree.Name
                || part instanceof Tree.Quoted || part instanceof Tree.Binary || part instanceof Tree.Unary;
        return hasText ? text.flatMap(written -> written.at(part.place())).orElseGet(this::found) : found();
    }

    /** The same value, for a part of it that messages give another name. */
    Site named(String part) {
        return new Site(part, value, text, spelling, constants);
    }

    /** "'loss' needs a percentage, found 0.01". */
    Complaint needs(String noun, String remedy) {
        return new Complaint(place(), "'" + spelling.word(slot) + "' needs " + noun + ", found " + found(),
                remedy);
    }

    Complaint complaint(String message, String remedy) {
        return new Complaint(place(), "'" + spelling.word(slot) + "' " + message, remedy);
    }
}
