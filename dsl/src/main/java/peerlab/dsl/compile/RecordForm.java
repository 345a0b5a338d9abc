package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Value;
import peerlab.engine.base.SourcePlace;

/**
 * The ways in which somebody may say what is recorded: {@code record trace, messages}, {@code record
 * 'trace'}, {@code record trace: true, snapshots: 10.s}. All of them come to the form with braces.
 */
final class RecordForm {

    private static final Pattern WORD = Pattern.compile("\\w+");

    private RecordForm() {
    }

    /** The same statement with everything in its braces; other statements as they are. */
    static Phrase inBraces(Phrase phrase) {
        boolean isBare = phrase.arguments().isEmpty() && phrase.options().isEmpty()
                && phrase.body().isEmpty();
        if (isBare || !phrase.word().equals("record")) {
            return phrase;
        }
        List<Phrase> inside = new ArrayList<>();
        phrase.arguments().forEach(argument -> inside.addAll(words(argument)));
        phrase.options().forEach(option -> inside.add(new Phrase(option.name(), option.place(),
                List.of(option.value()), List.of(), Optional.empty())));
        inside.addAll(phrase.body().orElse(List.of()));
        return new Phrase("record", phrase.place(), List.of(), List.of(),
                Optional.of(inside.stream().map(RecordForm::withPace).toList()));
    }

    /** The words of {@code trace}, {@code 'trace'} or {@code [trace, messages]}, each where it stands. */
    private static List<Phrase> words(Value argument) {
        List<Phrase> words = new ArrayList<>();
        if (argument instanceof Value.Written written) {
            Matcher word = WORD.matcher(written.text());
            while (word.find()) {
                SourcePlace place = written.place();
                words.add(new Phrase(word.group(), new SourcePlace(place.file(), place.line(),
                        place.column() + word.start(), word.group().length()),
                        List.of(), List.of(), Optional.empty()));
            }
        } else if (argument instanceof Value.Sequence sequence) {
            sequence.items().forEach(item -> words.addAll(words(item)));
        }
        return words;
    }

    /** {@code snapshots: every 10s}: the value is what stands behind the word. */
    private static Value behindEvery(Value pace) {
        if (!(pace instanceof Value.Written written) || !written.text().matches("every\\s+\\S.*")) {
            return pace;
        }
        int start = written.text().replaceFirst("every\\s+", "").length();
        int skipped = written.text().length() - start;
        SourcePlace place = written.place();
        return new Value.Written(written.text().substring(skipped), written.isQuoted(), new SourcePlace(
                place.file(), place.line(), place.column() + skipped, start), written.variables());
    }

    /** {@code snapshots 10.s}, and {@code snapshots every: 10s} in one key, mean its option. */
    private static Phrase withPace(Phrase phrase) {
        boolean isWithPace = phrase.word().equals("snapshots") || phrase.word().equals("snapshotsEvery");
        if (!isWithPace || phrase.arguments().size() != 1 || !phrase.options().isEmpty()) {
            return phrase;
        }
        Value pace = behindEvery(phrase.arguments().get(0));
        return new Phrase("snapshots", phrase.place(), List.of(),
                List.of(new Phrase.Option("every", phrase.place(), pace)), phrase.body());
    }
}
