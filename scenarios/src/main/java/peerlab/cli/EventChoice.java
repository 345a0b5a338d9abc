package peerlab.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.observe.RunEvent.Kind;
import peerlab.engine.trace.TraceLine;
import peerlab.reports.stored.Causes;
import peerlab.reports.stored.Effects;
import peerlab.reports.stored.IdSet;
import peerlab.reports.stored.Lines;
import peerlab.reports.trace.TraceFilter;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which events somebody means on the command line, by all that can be said of them. */
final class EventChoice {

    private static final String BETWEEN = "--between";
    private static final String AROUND = "--around";
    private static final String WINDOW = "--window";
    private static final String PEER = "--peer";
    private static final String TYPE = "--type";
    private static final String KIND = "--kind";
    private static final String WHERE = "--where";
    private static final String FOLLOW = "--follow";
    private static final String CAUSES = "--causes";
    private static final Span USUAL_WINDOW = Span.seconds(1);
    private static final int MOST_NAMES = 200;

    private final TraceFilter filter;
    private final Optional<EventCondition> condition;
    private final OptionalLong follow;
    private final OptionalLong causes;
    private final Set<String> fields = new LinkedHashSet<>();
    private long meant;

    private EventChoice(TraceFilter filter, Optional<EventCondition> condition, OptionalLong follow,
            OptionalLong causes) {
        this.filter = filter;
        this.condition = condition;
        this.follow = follow;
        this.causes = causes;
    }

    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(Options.value(BETWEEN, "A..B", "from one time to another: 30s..40s"))
                .addOption(Options.value(AROUND, "TIME", "near a time: 51.480s"))
                .addOption(Options.value(WINDOW, "TIME", "how near, before and after (1s)"))
                .addOption(Options.repeated(PEER, "NAME", "what this peer takes part in; may be repeated"))
                .addOption(Options.repeated(TYPE, "TYPE",
                        "of this type of message, timer, step, operation; may be repeated"))
                .addOption(Options.repeated(KIND, "KIND", "of this kind: " + String.join(", ", kinds())
                        + "; may be repeated"))
                .addOption(Options.value(WHERE, "CONDITION",
                        "for which a condition over its fields holds: 'bytes > 500'"))
                .addOption(Options.value(FOLLOW, "ID", "an event and all that came of it"))
                .addOption(Options.value(CAUSES, "ID", "an event and what led to it, back to the timeline"));
    }

    static EventChoice of(ParseResult words, Session session) {
        Optional<EventCondition> condition = Optional.ofNullable(
                words.<String>matchedOptionValue(WHERE, null))
                .map(text -> EventCondition.of(text, Options.isColoured(words, session.terminal())));
        OptionalLong follow = event(words, FOLLOW);
        OptionalLong causes = event(words, CAUSES);
        if (follow.isPresent() && causes.isPresent()) {
            throw new WrongUse("--follow and --causes go two ways", "leave one of them out");
        }
        return new EventChoice(filter(words), condition, follow, causes);
    }

    TraceFilter filter() {
        return filter;
    }

    /** Whether something is said that only a whole line of a trace can answer. */
    boolean needsLines() {
        return condition.isPresent() || follow.isPresent() || causes.isPresent();
    }

    /** Whether anything is said at all. */
    boolean isOfAll() {
        return filter.equals(TraceFilter.ALL) && !needsLines();
    }

    /** The events that are meant, of all. */
    Lines of(Lines all) {
        return reader -> {
            Optional<IdSet> chain = causes.isEmpty() ? Optional.empty()
                    : Optional.of(Causes.of(causes.getAsLong(), all)
                            .orElseThrow(() -> unknown(CAUSES, causes.getAsLong())));
            Optional<Effects> effects = follow.isEmpty() ? Optional.empty()
                    : Optional.of(new Effects(follow.getAsLong()));
            long[] followed = {0};
            meant = 0;
            all.goThrough(line -> {
                if (filter.to().isBefore(line.time())) {
                    return false;
                }
                boolean isOfEffects = effects.isEmpty() || effects.get().contains(line);
                followed[0] += isOfEffects ? 1 : 0;
                boolean isOfChain = chain.isEmpty() || line.id().filter(chain.get()::contains).isPresent();
                return !(isOfEffects && isOfChain && isMeant(line)) || reader.read(line);
            });
            if (effects.isPresent() && followed[0] == 0) {
                throw unknown(FOLLOW, follow.getAsLong());
            }
        };
    }

    private boolean isMeant(TraceLine line) {
        if (!filter.matches(line)) {
            return false;
        }
        if (condition.isPresent()) {
            if (fields.size() < MOST_NAMES) {
                fields.addAll(EventCondition.values(line).keySet());
            }
            if (!condition.get().holds(line)) {
                return false;
            }
        }
        meant++;
        return true;
    }

    /** What to tell where no event was meant. */
    Optional<String> complaint() {
        if (meant > 0) {
            return Optional.empty();
        }
        return Optional.of("no event of the run is meant by that" + condition
                .flatMap(c -> c.unknownName(fields)).map(why -> ": " + why).orElse(""));
    }

    private static WrongUse unknown(String option, long id) {
        return new WrongUse("there is no event " + id + " in this run",
                "ids are the numbers behind # in peerlab trace; write " + option + " with one of them");
    }

    private static OptionalLong event(ParseResult words, String option) {
        String written = words.matchedOptionValue(option, null);
        if (written == null) {
            return OptionalLong.empty();
        }
        String digits = written.startsWith("#") ? written.substring(1) : written;
        if (digits.matches("[1-9][0-9]{0,17}")) {
            return OptionalLong.of(Long.parseLong(digits));
        }
        throw new WrongUse(option + " takes the number of an event, found '" + written + "'",
                "write " + option + " 4811");
    }

    private static TraceFilter filter(ParseResult words) {
        String between = words.matchedOptionValue(BETWEEN, null);
        String around = words.matchedOptionValue(AROUND, null);
        String window = words.matchedOptionValue(WINDOW, null);
        if (between != null && around != null) {
            throw new WrongUse("--between and --around say two things", "leave one of them out");
        }
        if (window != null && around == null) {
            throw new WrongUse("--window says how near, not to what", "add --around TIME");
        }
        TraceFilter filter = TraceFilter.ALL.ofPeers(listed(words, PEER)).ofTypes(listed(words, TYPE));
        if (words.hasMatchedOption(KIND)) {
            filter = filter.ofKinds(kinds(listed(words, KIND)));
        }
        if (between != null) {
            SimTime[] ends = Times.window(BETWEEN, between);
            return filter.between(ends[0], ends[1]);
        }
        return around == null ? filter : filter.around(
                Times.instant(AROUND, around), window == null ? USUAL_WINDOW : Times.span(WINDOW, window));
    }

    /** The values of an option that may be repeated, or have several with commas between. */
    static List<String> listed(ParseResult words, String option) {
        List<String> all = new ArrayList<>();
        for (String value : words.<List<String>>matchedOptionValue(option, List.of())) {
            Stream.of(value.split(",")).map(String::strip).filter(v -> !v.isEmpty()).forEach(all::add);
        }
        return all;
    }

    private static Set<Kind> kinds(List<String> names) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : names) {
            kinds.add(Stream.of(Kind.values()).filter(kind -> kind.word().equals(name)).findFirst()
                    .orElseThrow(() -> new WrongUse("there is no kind of event '" + name + "'",
                            Suggestion.remedy(name, kinds(), "the kinds are "
                                    + String.join(", ", kinds())))));
        }
        return kinds;
    }

    private static List<String> kinds() {
        return Stream.of(Kind.values()).map(Kind::word).toList();
    }
}
