package peerlab.dsl.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Value;
import peerlab.engine.base.SourcePlace;

/** Knows where each value of a scenario comes from: a line of a file, the command line, or a default. */
final class Origins {

    static final String DEFAULT = "default";

    private final List<Phrase> phrases;
    private final Set<String> set;
    private final Map<String, Phrase.Option> params = new LinkedHashMap<>();

    /** @param set the parameters that the command line gives */
    Origins(List<Phrase> phrases, Set<String> set) {
        this.phrases = phrases;
        this.set = set;
        for (String word : List.of("params", "matrix")) {
            phrases.stream().filter(phrase -> phrase.word().equals(word))
                    .forEach(phrase -> phrase.options().forEach(option -> params.put(option.name(), option)));
        }
    }

    /** The line that counts for a word of the top level; of several the last. */
    Optional<SourcePlace> word(String word) {
        return last(phrases, word).map(Phrase::place);
    }

    /** The line that counts for a group: the last that is about it, else the last that is about all. */
    String about(String word, String group) {
        List<Phrase> all = phrases.stream().filter(phrase -> phrase.word().equals(word)).toList();
        return last(all.stream().filter(phrase -> isOn(phrase, group)).toList(), word)
                .or(() -> last(all.stream().filter(Origins::isOfAll).toList(), word))
                .map(phrase -> place(phrase.place())).orElse(DEFAULT);
    }

    private static boolean isOfAll(Phrase phrase) {
        return phrase.options().stream().noneMatch(option -> option.name().equals("on"));
    }

    private static boolean isOn(Phrase phrase, String group) {
        return phrase.options().stream().filter(option -> option.name().equals("on"))
                .map(Phrase.Option::value).filter(Value.Written.class::isInstance)
                .anyMatch(value -> ((Value.Written) value).text().replaceAll("['\"]", "").equals(group));
    }

    /** The line that counts for a word in the braces of another. */
    String inside(String block, String word) {
        List<Phrase> inner = phrases.stream().filter(phrase -> phrase.word().equals(block))
                .flatMap(phrase -> phrase.body().stream()).flatMap(List::stream).toList();
        return last(inner, word).map(phrase -> phrase.arguments().isEmpty() ? place(phrase.place())
                : origin(phrase.place(), phrase.arguments().get(0))).orElse(DEFAULT);
    }

    String param(String name) {
        Optional<Phrase.Option> option = Optional.ofNullable(params.get(name));
        return set.contains(name) ? "--set" : option.map(o -> place(o.place())).orElse(DEFAULT);
    }

    /** What stands behind a word, at the place of the word. */
    String argument(SourcePlace statement) {
        return at(statement).filter(phrase -> !phrase.arguments().isEmpty())
                .map(phrase -> origin(phrase.place(), phrase.arguments().get(0))).orElse(place(statement));
    }

    String option(SourcePlace statement, String name) {
        return at(statement).flatMap(phrase -> phrase.options().stream()
                .filter(option -> option.name().equals(name)).findFirst())
                .map(option -> origin(option.place(), option.value())).orElse(DEFAULT);
    }

    /** The file's name without its folder, and the line. */
    static String place(SourcePlace place) {
        if (!place.isKnown()) {
            return DEFAULT;
        }
        String file = place.file().replaceFirst(".*[/\\\\]", "");
        return file + ":" + place.line();
    }

    /** The line, and the parameter where the value is one. */
    private String origin(SourcePlace place, Value value) {
        String text = value instanceof Value.Written written ? written.text().strip()
                .replaceFirst("^\\$", "") : "";
        return place(place) + (params.containsKey(text) ? ", " + text : "");
    }

    private Optional<Phrase> at(SourcePlace place) {
        return phrases.stream().filter(phrase -> Origins.isSame(phrase.place(), place)).findFirst();
    }

    private static boolean isSame(SourcePlace one, SourcePlace other) {
        return one.file().equals(other.file()) && one.line() == other.line()
                && one.column() == other.column();
    }

    private static Optional<Phrase> last(List<Phrase> among, String word) {
        return among.stream().filter(phrase -> phrase.word().equals(word)).reduce((first, second) -> second);
    }
}
