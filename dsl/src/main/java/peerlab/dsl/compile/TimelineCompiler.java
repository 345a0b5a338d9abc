package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.ByzantineWords;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Entry.Timing;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Value;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.replay.ReplayChecks;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.LossSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.When;

/** Compiles {@code timeline}: what happens when. */
final class TimelineCompiler {

    /** A step repeats no more often than this. */
    private static final long MOST_REPETITIONS = 10_000_000;

    private static final Slot MARK = Slot.optional("as", ValueKind.NAME, "the name of a step");

    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final Names names;
    private final ByzantineChecks byzantine;
    private final Diagnostics diagnostics;

    TimelineCompiler(Vocabulary vocabulary, StatementReader reader, Names names, ByzantineChecks byzantine,
            Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.names = names;
        this.byzantine = byzantine;
        this.diagnostics = diagnostics;
    }

    /** Learns the marks of all steps, for they may be named before the step that has them. */
    void learnMarks(List<Phrase> occasions, ValueReader values) {
        for (Phrase occasion : occasions) {
            for (Phrase action : occasion.body().orElse(List.of())) {
                action.options().stream().filter(option -> option.name().equals("as")).findFirst()
                        .ifPresent(option -> {
                    try {
                        mark(option, (String) values.read(MARK, option.value()));
                    } catch (Complaint said) {
                        // the statement itself says it, with its other options
                    }
                });
            }
        }
    }

    private void mark(Phrase.Option option, String mark) {
        if (names.isGroup(mark) || names.isRegion(mark)) {
            diagnostics.error(option.value().place(), "'" + mark + "' is the name of a "
                    + (names.isGroup(mark) ? "group" : "region"),
                    "give the step another name");
        } else if (!names.addMark(mark)) {
            diagnostics.error(option.value().place(), "two steps are called '" + mark + "'",
                    "give one another name");
        }
    }

    /** The steps in the order of the file. */
    List<StepSpec> steps(List<Phrase> occasions, List<ProtocolProvider> protocols) {
        List<StepSpec> steps = new ArrayList<>();
        for (Phrase occasion : occasions) {
            Entry<Given> entry = vocabulary.occasions().get(occasion.word());
            Optional<When> when = Optional.empty();
            if (entry == null) {
                unknownOccasion(occasion);
            } else {
                when = isAnInstant(occasion)
                        ? reader.inside(entry, occasion).map(given -> when(entry, given)) : Optional.empty();
                if (occasion.body().isEmpty() || occasion.body().get().isEmpty()) {
                    diagnostics.error(occasion.place(), "'" + occasion.word() + "' says when, but not what",
                            "add braces: " + Spelling.GROOVY.step(Span.seconds(30), "crash", "all"));
                }
            }
            for (Phrase action : occasion.body().orElse(List.of())) {
                step(when, action, protocols).ifPresent(steps::add);
            }
        }
        return steps;
    }

    /** False for {@code at(50.s..60.s)}, which has been said then. */
    private boolean isAnInstant(Phrase occasion) {
        boolean isAt = occasion.word().equals("at") && occasion.arguments().size() == 1;
        if (isAt && occasion.arguments().get(0) instanceof Value.Written written
                && written.text().contains("..")) {
            Spelling spelling = Spelling.of(occasion.place());
            diagnostics.error(written.place(), "'at' is an instant, found " + written.text(), "write "
                    + (spelling == Spelling.GROOVY ? "during(" + written.text() + ")"
                            : "during: " + written.text()));
            return false;
        }
        return true;
    }

    private static When when(Entry<Given> entry, Given given) {
        Object value = given.get(entry.word(), Object.class);
        return value instanceof SimTime time ? new When.At(time) : (When) value;
    }

    private void unknownOccasion(Phrase occasion) {
        Spelling spelling = Spelling.of(occasion.place());
        String word = occasion.word();
        if (vocabulary.actions().containsKey(word)) {
            diagnostics.error(occasion.place(), "'" + word + "' without a time",
                    "write " + spelling.step(Span.seconds(50), word, "..."));
            return;
        }
        Optional<String> near = Suggestion.nearest(word, vocabulary.occasions().keySet());
        boolean hasSteps = occasion.body().isPresent();
        diagnostics.error(occasion.place(), near.isPresent() || hasSteps ? "unknown word '" + word + "'"
                : "unknown action '" + word + "'",
                near.map(n -> "did you mean '" + n + "'?").orElseGet(() -> hasSteps
                        ? "steps stand in at(30.s) { ... } or during(30.s..40.s) { ... }"
                        : actionRemedy(word)));
    }

    private Optional<StepSpec> step(Optional<When> when, Phrase phrase, List<ProtocolProvider> protocols) {
        Entry<ActionSpec> entry = vocabulary.actions().get(phrase.word());
        if (entry == null) {
            boolean mayBeOffered = !names.areProtocolsKnown()
                    && Suggestion.nearest(phrase.word(), vocabulary.actions().keySet()).isEmpty();
            if (!mayBeOffered) {
                diagnostics.error(phrase.place(), "unknown action '" + phrase.word() + "'",
                        actionRemedy(phrase.word()));
            }
            return Optional.empty();
        }
        boolean isRight = isOffered(phrase, entry, protocols);
        Optional<Given> given = reader.given(entry, phrase);
        if (given.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        isRight &= isTimely(when.get(), entry, phrase, given.get());
        if (entry.timing() == Timing.TIMED) {
            List<String> offered = protocols.stream().flatMap(p -> p.operations().stream()).map(o -> o.name())
                    .distinct().toList();
            new ReplayChecks(names, diagnostics)
                    .check(given.get().get("file", String.class), phrase.arguments().get(0).place(), offered);
        }
        if (entry.word().equals(ByzantineWords.BYZANTINE)) {
            isRight &= byzantine.isRight(entry, phrase, given.get(), protocols);
        }
        Optional<Given> whole = new FaultCompiler(reader, names).complete(phrase, given.get());
        if (!isRight || whole.isEmpty()) {
            return Optional.empty();
        }
        ActionSpec action = entry.meaning().apply(whole.get());
        if (!areBurstsRight(action, phrase)) {
            return Optional.empty();
        }
        return Optional.of(new StepSpec(when.get(), action,
                whole.get().find("as", String.class), phrase.place()));
    }

    private boolean areBurstsRight(ActionSpec action, Phrase phrase) {
        if (action instanceof ActionSpec.Inject inject && inject.fault() instanceof FaultSpec.Drop drop) {
            LossSpec loss = new LossSpec(drop.chance(), drop.bursts(), drop.within());
            return new BurstChecks(reader, diagnostics).areRight(phrase, loss);
        }
        return true;
    }

    private String actionRemedy(String word) {
        if (List.of("sleep", "wait").contains(word)) {
            return "to wait, use at(...)";
        }
        List<String> actions = List.copyOf(vocabulary.actions().keySet());
        return Suggestion.remedy(word, actions, "there are " + String.join(", ", actions));
    }

    private boolean isOffered(Phrase phrase, Entry<ActionSpec> entry, List<ProtocolProvider> protocols) {
        if (entry.timing() != Timing.REPEATED || protocols.isEmpty()) {
            return true;
        }
        List<String> offered = protocols.stream().flatMap(p -> p.operations().stream()).map(o -> o.name())
                .distinct().toList();
        if (!offered.contains(entry.word())) {
            String who = String.join(" and ", protocols.stream().map(ProtocolProvider::name).toList());
            diagnostics.error(phrase.place(), "'" + entry.word() + "' is not offered by " + who,
                    offered.isEmpty() ? "it offers no operations" : "it offers "
                            + String.join(", ", offered));
            return false;
        }
        return true;
    }

    private boolean isTimely(When when, Entry<ActionSpec> entry, Phrase phrase, Given given) {
        Spelling spelling = Spelling.of(phrase.place());
        Optional<Double> every = pause(given);
        if (every.isPresent() && every.get() < 1) {
            diagnostics.error(reader.placeOf(phrase, "every"), "'every' is a pause longer than nothing",
                    "write every: " + spelling.span(Span.millis(100)));
            return false;
        }
        boolean thinks = given.find("think", Distribution.class).isPresent();
        if (thinks && (every.isPresent() || !(when instanceof When.During))) {
            diagnostics.error(reader.placeOf(phrase, "think"), every.isPresent()
                    ? "'every' and 'think' both say when the next one is asked"
                    : "'think' goes round and round in a window, and this is an instant",
                    every.isPresent() ? "keep one of them" : "write during, with the window");
            return false;
        }
        if (!(when instanceof When.During window)) {
            return true;
        }
        if (entry.timing() == Timing.INSTANT) {
            diagnostics.error(phrase.place(), "'" + entry.word()
                    + "' happens at an instant, not during a window",
                    "write " + spelling.step(new Span(window.from().nanos()), entry.word(), "..."));
            return false;
        }
        if (entry.timing() == Timing.HELD && given.find("for", Span.class).isPresent()) {
            diagnostics.error(reader.placeOf(phrase, "for"), "'for' and a window both say how long",
                    "leave 'for' out, or use at");
            return false;
        }
        if (entry.timing() == Timing.REPEATED && every.isEmpty() && !thinks) {
            diagnostics.error(phrase.place(), "'" + entry.word() + "' in a window needs 'every'",
                    "write every: " + spelling.span(Span.millis(200))
                            + ", the pause between one and the next");
            return false;
        }
        if (every.isPresent()
                && window.to().since(window.from()).nanos() / every.get() > MOST_REPETITIONS) {
            diagnostics.error(reader.placeOf(phrase, "every"), "more than " + MOST_REPETITIONS
                    + " repetitions",
                    "make the pause longer or the window shorter");
            return false;
        }
        return true;
    }

    /** The mean pause between one and the next, in nanoseconds. */
    private static Optional<Double> pause(Given given) {
        return given.find("every", Object.class).<Double>map(every -> every instanceof Span span
                ? (double) span.nanos() : ((Distribution) every).meanNanos());
    }
}
