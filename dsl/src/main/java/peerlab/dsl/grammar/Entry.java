package peerlab.dsl.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A word of the language: how it is spelled, what stands behind it, which options it takes, what it means.
 * One entry gives the word to both languages, to checks, to suggestions and to the reference.
 *
 * @param argument what stands directly behind the word
 * @param further what stands behind options whose names the author chooses; empty where there are none
 * @param timing when an action may happen
 * @param meaning makes the part of the specification
 */
public record Entry<T>(
        String word,
        String summary,
        Optional<Slot> argument,
        List<Slot> options,
        Optional<Slot> further,
        Timing timing,
        Function<Given, T> meaning) {

    /** When an action may happen. */
    public enum Timing {
        /** At an instant only. */
        INSTANT,
        /** From an instant, or held during a window. */
        HELD,
        /** At an instant, or again and again in a window. */
        REPEATED,
        /** From an instant on, or up to the end of a window, at times of its own. */
        TIMED,
        /** For what is no action. */
        NONE
    }

    public Entry {
        options = List.copyOf(options);
    }

    /** A word whose options are all known. */
    public Entry(
            String word, String summary, Optional<Slot> argument, List<Slot> options, Timing timing,
            Function<Given, T> meaning) {
        this(word, summary, argument, options, Optional.empty(), timing, meaning);
    }

    /** The same word with further options. */
    public Entry<T> with(List<Slot> more) {
        List<Slot> all = new ArrayList<>(options);
        all.addAll(more);
        return new Entry<>(word, summary, argument, all, further, timing, meaning);
    }

    public Optional<Slot> option(String name) {
        return options.stream().filter(slot -> slot.name().equals(name)).findFirst()
                .or(() -> further.map(slot -> slot.named(name)));
    }

    public List<String> optionNames() {
        return options.stream().map(Slot::name).toList();
    }
}
