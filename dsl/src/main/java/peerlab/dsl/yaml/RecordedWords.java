package peerlab.dsl.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Phrase.Option;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.engine.base.SourcePlace;

/** Reads what is recorded where it is said in words, without braces. */
final class RecordedWords {

    /** What has a pace. */
    static final String PACED = "snapshots every \\S+";

    private RecordedWords() {
    }

    /** {@code record: trace, messages}: the words stand where they are written. */
    static List<Phrase> row(String raw, SourcePlace place) {
        List<Phrase> phrases = new ArrayList<>();
        Matcher word = Pattern.compile("[^,\\s][^,]*").matcher(raw);
        while (word.find()) {
            String text = word.group().strip();
            SourcePlace own = new SourcePlace(place.file(), place.line(), place.column() + word.start(),
                    text.length());
            phrases.add(text.matches(PACED) ? paced(text, own) : new Phrase(Spelling.camelCase(text), own,
                    List.of(), List.of(), Optional.empty()));
        }
        return phrases;
    }

    /** {@code snapshots every 10s}, as one would say it. */
    static Phrase paced(String text, SourcePlace place) {
        int start = text.lastIndexOf(' ') + 1;
        SourcePlace pace = new SourcePlace(place.file(), place.line(), place.column() + start,
                text.length() - start);
        Value every = new Value.Written(text.substring(start), false, pace, Map.of());
        return new Phrase("snapshots", place, List.of(), List.of(new Option("every", pace, every)),
                Optional.empty());
    }
}
