package peerlab.dsl.grammar;

import java.util.List;
import java.util.Map;

import peerlab.engine.base.SourcePlace;

/** What stands in the place of a value. What it means is decided by what the grammar expects there. */
public sealed interface Value {

    SourcePlace place();

    /**
     * Text of the scenario, to be parsed by the one expression parser: {@code any(30.percent)}, {@code any
     * 30%}, {@code 20.ms..80.ms}, {@code buckets.largest <= k}. A condition in braces comes without them.
     *
     * @param isQuoted whether a YAML scalar stood in quotes; the quotes are not part of the text then.
     *     Groovy text is never marked: there a quoted word keeps its quotes
     * @param place of the first character; further lines of the text begin in column 1
     * @param variables the script's own variables that the text names, with their values at that moment
     */
    record Written(String text, boolean isQuoted, SourcePlace place,
            Map<String, Object> variables) implements Value {
    }

    /** A YAML sequence. In Groovy a list is part of the written text. */
    record Sequence(List<Value> items, SourcePlace place) implements Value {
    }

    /** Something that a Groovy script computed: a string, a number, a truth, a list of those. */
    record Computed(Object value, SourcePlace place) implements Value {
    }
}
