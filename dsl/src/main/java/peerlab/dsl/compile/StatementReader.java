package peerlab.dsl.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.base.SourcePlace;

/**
 * Reads a statement by the entry of its word: what stands behind it, its options, nothing missing, nothing
 * else.
 */
final class StatementReader {

    private final ValueReader values;
    private final Diagnostics diagnostics;

    StatementReader(ValueReader values, Diagnostics diagnostics) {
        this.values = values;
        this.diagnostics = diagnostics;
    }

    /** The values of the statement; empty where something is wrong with it, which has been said then. */
    Optional<Given> given(Entry<?> entry, Phrase phrase) {
        if (phrase.body().isPresent()) {
            diagnostics.error(phrase.place(), "'" + spelled(phrase) + "' takes no braces");
            return Optional.empty();
        }
        return inside(entry, phrase);
    }

    /** The same for a statement whose braces are read by somebody else. */
    Optional<Given> inside(Entry<?> entry, Phrase phrase) {
        Map<String, Object> given = new LinkedHashMap<>();
        boolean isRight = argument(entry, phrase, given);
        Set<String> seen = new LinkedHashSet<>();
        Set<String> misspelled = new LinkedHashSet<>();
        for (Phrase.Option option : phrase.options()) {
            Optional<Slot> slot = entry.option(option.name());
            if (slot.isEmpty()) {
                unknownOption(entry, phrase, option);
                Suggestion.nearest(option.name(), entry.optionNames()).ifPresent(misspelled::add);
                isRight = false;
            } else if (!seen.add(option.name())) {
                diagnostics.error(option.place(), "'" + option.name() + "' is written twice",
                        "keep one of them");
                isRight = false;
            } else {
                isRight &= read(slot.get(), option.value(), given);
            }
        }
        for (Slot slot : entry.options()) {
            if (slot.isRequired() && !seen.contains(slot.name())) {
                // who has been asked whether it was meant need not be told that it is missing
                if (!misspelled.contains(slot.name())) {
                    missing(slot, phrase);
                }
                isRight = false;
            }
        }
        return isRight ? Optional.of(new Given(given)) : Optional.empty();
    }

    private boolean argument(Entry<?> entry, Phrase phrase, Map<String, Object> given) {
        List<Value> arguments = phrase.arguments();
        if (entry.argument().isEmpty()) {
            if (!arguments.isEmpty()) {
                String remedy = entry.options().isEmpty() ? null : inItsOption(entry, phrase)
                        .orElse("options: " + options(entry, phrase));
                diagnostics.add(new Complaint(arguments.get(0).place(),
                        "'" + spelled(phrase) + "' takes no value of its own", remedy).diagnostics().get(0));
            }
            return arguments.isEmpty();
        }
        Slot slot = entry.argument().get();
        if (arguments.size() > 1) {
            diagnostics.add(new Complaint(arguments.get(1).place(), "'" + spelled(phrase)
                    + "' takes one value, found " + arguments.size(),
                    decimal(arguments).or(() -> slot.kind().forSeveral()).orElse(null))
                    .diagnostics().get(0));
            return false;
        }
        if (arguments.isEmpty()) {
            if (slot.isRequired()) {
                missingArgument(slot, phrase);
            }
            return !slot.isRequired();
        }
        boolean isCount = List.of("count", "class").contains(slot.name())
                && Spelling.of(phrase.place()) == Spelling.YAML;
        return read(slot, arguments.get(0), given, isCount ? slot.name() : phrase.word());
    }

    /** {@code stop 90.s}: what it takes first is what was meant. */
    private static Optional<String> inItsOption(Entry<?> entry, Phrase phrase) {
        boolean isOne = phrase.arguments().size() == 1 && phrase.options().isEmpty();
        if (!isOne || !(phrase.arguments().get(0) instanceof Value.Written written)
                || !phrase.word().equals("stop")) {
            return Optional.empty();
        }
        Spelling spelling = Spelling.of(phrase.place());
        String option = spelling.option(entry.options().get(0).name(), written.text());
        return Optional.of("write " + (spelling == Spelling.GROOVY ? phrase.word() + " " + option
                : phrase.word() + ": { " + option + " }"));
    }

    /** {@code 50,5.s}, as one writes it in other countries; empty where it is something else. */
    private static Optional<String> decimal(List<Value> arguments) {
        boolean isDecimal = arguments.size() == 2
                && arguments.get(0) instanceof Value.Written whole && whole.text().matches("\\d+")
                && arguments.get(1) instanceof Value.Written part && part.text().matches("\\d+\\.?[a-zA-Z]+");
        return isDecimal ? Optional.of("a decimal has a point: " + ((Value.Written) arguments.get(0)).text()
                + "." + ((Value.Written) arguments.get(1)).text()) : Optional.empty();
    }

    private boolean read(Slot slot, Value value, Map<String, Object> given) {
        return read(slot, value, given, slot.name());
    }

    /** Reads a value under the name that the author knows it by: that of the option, or of the statement. */
    private boolean read(Slot slot, Value value, Map<String, Object> given, String shownAs) {
        Slot shown = new Slot(shownAs, slot.kind(), slot.isRequired(), slot.least(), slot.most(),
                slot.choices(),
                slot.summary());
        return attempt(() -> given.put(slot.name(), values.read(shown, value)));
    }

    /** Does something that may complain; true where it did not. */
    boolean attempt(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (Complaint complaint) {
            complaint.diagnostics().forEach(diagnostics::add);
            return false;
        }
    }

    private void unknownOption(Entry<?> entry, Phrase phrase, Phrase.Option option) {
        String otherwise = entry.options().isEmpty() ? "it takes no options" : "options: "
                + options(entry, phrase);
        Spelling spelling = Spelling.of(option.place());
        List<String> names = entry.optionNames().stream().map(spelling::word).toList();
        diagnostics.error(option.place(), "'" + spelled(phrase) + "' has no option '"
                + spelling.word(option.name()) + "'",
                Suggestion.remedy(spelling.word(option.name()), names, otherwise));
    }

    private static String options(Entry<?> entry, Phrase phrase) {
        return Spelling.of(phrase.place()).words(entry.optionNames());
    }

    private void missing(Slot slot, Phrase phrase) {
        Spelling spelling = Spelling.of(phrase.place());
        diagnostics.error(phrase.place(), "'" + spelled(phrase) + "' needs '" + spelling.word(slot.name())
                + "'",
                "write " + spelling.option(slot.name(), Examples.of(slot, spelling)) + ", "
                        + slot.summary());
    }

    private void missingArgument(Slot slot, Phrase phrase) {
        Spelling spelling = Spelling.of(phrase.place());
        boolean isCount = phrase.word().equals("peers");
        boolean isKey = isCount || phrase.word().equals("use");
        String example = Examples.of(slot, spelling);
        String remedy = spelling == Spelling.GROOVY ? phrase.word() + " " + example
                : isKey ? slot.name() + ": " + example : spelled(phrase) + ": " + example;
        String needs = isCount ? "how many" : isKey ? "a class" : slot.kind().noun();
        diagnostics.error(phrase.place(), "'" + spelled(phrase) + "' needs " + needs, "write " + remedy);
    }

    private static String spelled(Phrase phrase) {
        return Spelling.of(phrase.place()).word(phrase.word());
    }

    SourcePlace placeOf(Phrase phrase, String option) {
        return phrase.options().stream().filter(o -> o.name().equals(option)).map(o -> o.value().place())
                .findFirst()
                .orElse(phrase.place());
    }
}
