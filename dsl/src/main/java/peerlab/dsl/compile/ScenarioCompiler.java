package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.expand.Gathering;
import peerlab.dsl.expand.Params;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.measured.LatencyFiles;
import peerlab.dsl.use.Classes;
import peerlab.dsl.value.Shown;
import peerlab.dsl.value.ValueReader;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.UseSpec;

/** Compiles the statements of a scenario, and says everything that is wrong with them in one pass. */
public final class ScenarioCompiler {

    private static final long DEFAULT_SEED = 1;

    private final Protocols protocols;
    private final Classes classes;
    private final LatencyFiles latencies;
    private final Vocabulary vocabulary;
    private final Params params;
    private final Diagnostics diagnostics;

    /** @param latencies the files with latencies that scenarios name */
    public ScenarioCompiler(Protocols protocols, Classes classes, LatencyFiles latencies,
            Vocabulary vocabulary, Params params, Diagnostics diagnostics) {
        this.latencies = latencies;
        this.protocols = protocols;
        this.classes = classes;
        this.vocabulary = vocabulary;
        this.params = params;
        this.diagnostics = diagnostics;
    }

    /**
     * The specification, once for each seed; none where there are errors.
     *
     * @param id the file's name without its ending, and what the matrix gives to this run
     * @param file as the user named it, for what is missing altogether
     * @param seed what the command line says, which wins over the file
     */
    public List<ScenarioSpec> compile(Gathering gathering, String id, String file, OptionalLong seed) {
        Statements statements = new Statements(
                gathering.statements().stream().map(RecordForm::inBraces).toList(), vocabulary, diagnostics);
        LostSteps lost = new LostSteps(gathering.sources().values(), diagnostics);
        Names names = new Names(params, lost);
        if (gathering.isWhole()) {
            require(statements, file);
        } else if (lost.lines("peers") > statements.all("peers").size()) {
            names.missGroup();
        }
        ValueReader early = new ValueReader(names,
                new Shown(new MetricCatalog(List.of()), List.of(), List.of()));
        StatementReader earlyReader = new StatementReader(early, diagnostics);
        List<GroupSpec> groups =
                new GroupCompiler(protocols, vocabulary, earlyReader, names, diagnostics)
                        .groups(statements.all("peers"));
        List<ProtocolProvider> used = used(groups, statements.all("peers").size());
        Shown shown = shown(used, names.areProtocolsKnown());
        StatementReader reader = new StatementReader(new ValueReader(names, shown), diagnostics);

        Optional<Phrase> scenario = statements.last("scenario");
        Optional<String> title = value(reader, scenario, "title", String.class);
        List<Long> seeds = seeds(statements, reader);
        NetworkSpec network = new NetworkCompiler(vocabulary, reader, names, latencies, diagnostics)
                .network(statements);
        List<Phrase> occasions = statements.bodies("timeline");
        TimelineCompiler timeline = new TimelineCompiler(vocabulary, reader, names,
                new ByzantineChecks(groups, classes, reader, diagnostics), diagnostics);
        timeline.learnMarks(occasions, early);
        boolean areAllGroupsRight = groups.size() == statements.all("peers").size();
        List<UseSpec> uses = new UseCompiler(protocols, classes, vocabulary, reader, diagnostics)
                .uses(statements.all("use"), groups, areAllGroupsRight);
        groups = new CacheCompiler(protocols, vocabulary, reader, diagnostics)
                .groups(statements.all("cache"), groups, areAllGroupsRight);
        List<StepSpec> steps = timeline.steps(occasions, areAllGroupsRight ? used : List.of());
        List<ExpectationSpec> expectations =
                new ExpectationCompiler(vocabulary, reader, shown.catalog(), diagnostics)
                        .expectations(statements.bodies("expect"));
        RecordSpec record = record(statements, reader);
        Optional<StopSpec> stop = statements.last("stop").flatMap(phrase -> stop(phrase, reader));
        stop.ifPresent(s -> new TimeChecks(s, steps, diagnostics).check(steps, expectations));
        if (!diagnostics.hasErrors() && stop.isPresent()) {
            boolean isVaried = !params.axes().isEmpty();
            new SurpriseChecks(groups, network, steps, stop.get(), used, isVaried, diagnostics)
                    .check(expectations);
        }
        if (diagnostics.hasErrors() || title.isEmpty() || stop.isEmpty()) {
            return List.of();
        }
        List<ScenarioSpec> runs = new ArrayList<>();
        for (long each : seed.isPresent() ? List.of(seed.getAsLong()) : seeds) {
            boolean isOneOfMany = seed.isEmpty() && seeds.size() > 1;
            runs.add(new ScenarioSpec(isOneOfMany ? id + " seed=" + each : id, title.get(), each,
                    params.values(), groups, uses, network, steps, expectations, record, stop.get(),
                    scenario.map(Phrase::place).orElse(SourcePlace.NOWHERE)));
        }
        return runs;
    }

    /** Of {@code seed} and {@code seeds} the one that was written last counts. */
    private List<Long> seeds(Statements statements, StatementReader reader) {
        Optional<Phrase> one = statements.last("seed");
        Optional<Phrase> many = statements.last("seeds");
        Optional<Long> alone = value(reader, one, "seed", Long.class);
        Optional<List<Long>> all = value(reader, many, "seeds", List.class)
                .map(list -> ((List<?>) list).stream().map(Long.class::cast).toList());
        if (one.isPresent() && many.isPresent()) {
            if (one.get().place().file().equals(many.get().place().file())) {
                diagnostics.error(many.get().place(), "'seed' and 'seeds' both say how it is drawn",
                        "keep one of them");
            }
            return statements.isLater("seeds", "seed") ? all.orElse(List.of()) : alone.stream().toList();
        }
        return all.orElse(List.of(alone.orElse(DEFAULT_SEED)));
    }

    private void require(Statements statements, String file) {
        Spelling spelling = Spelling.of(new SourcePlace(file, 1, 1, 1));
        boolean isGroovy = spelling == Spelling.GROOVY;
        Map<String, String> examples = new LinkedHashMap<>();
        examples.put("scenario", isGroovy ? "scenario 'what it shows'" : "scenario: what it shows");
        examples.put("peers", isGroovy ? "peers 64, run: 'kademlia'"
                : "peers: { count: 64, run: kademlia }");
        examples.put("stop", isGroovy ? "stop at: 90.s" : "stop: { at: 90s }");
        examples.forEach((word, example) -> {
            if (statements.all(word).isEmpty() && !statements.isMisspelt(word)) {
                diagnostics.error(new SourcePlace(file, 0, 0, 0), "a scenario needs '" + word + "'", "write "
                        + example);
            }
        });
    }

    /**
     * The protocols in use; where a group is wrong, all of them, so that nothing is called unknown that may
     * be known.
     */
    private List<ProtocolProvider> used(List<GroupSpec> groups, int written) {
        if (groups.size() < written || groups.isEmpty()) {
            return protocols.all();
        }
        return groups.stream().map(GroupSpec::protocol).distinct().map(protocols::find)
                .flatMap(Optional::stream).toList();
    }

    private static Shown shown(List<ProtocolProvider> used, boolean areAllKnown) {
        List<String> properties = used.stream().flatMap(p -> p.properties().stream()).distinct().toList();
        List<String> messages =
                used.stream().flatMap(p -> p.messages().stream()).map(Class::getSimpleName).distinct()
                        .toList();
        return new Shown(new MetricCatalog(used), properties, messages, areAllKnown);
    }

    private <T> Optional<T> value(StatementReader reader, Optional<Phrase> phrase, String slot,
            Class<T> type) {
        return phrase.flatMap(p -> reader.given(vocabulary.blocks().get(p.word()), p))
                .map(given -> given.get(slot, type));
    }

    private RecordSpec record(Statements statements, StatementReader reader) {
        Map<String, Object> found = new LinkedHashMap<>();
        Map<String, Entry<Given>> words = vocabulary.record();
        statements.words("record", words.keySet()).forEach((word, phrase) -> {
            if (!word.equals("snapshots") && phrase.arguments().isEmpty()) {
                found.put(word, true);
            }
            reader.given(words.get(word), phrase).ifPresent(given -> found.putAll(given.values()));
        });
        Given given = new Given(found);
        return new RecordSpec(
                given.find("trace", Boolean.class).orElse(false),
                given.find("messages", Boolean.class).orElse(false),
                given.find("every", Span.class),
                statements.last("record").map(Phrase::place).orElse(SourcePlace.NOWHERE));
    }

    private Optional<StopSpec> stop(Phrase phrase, StatementReader reader) {
        Spelling spelling = Spelling.of(phrase.place());
        Optional<Given> given = reader.given(vocabulary.blocks().get("stop"), phrase);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Optional<SimTime> at = given.get().find("at", SimTime.class);
        Optional<SimTime> atMost = given.get().find("atMost", SimTime.class);
        Optional<Expression> when = given.get().find("when", Expression.class);
        boolean isAt = at.isPresent() && atMost.isEmpty() && when.isEmpty();
        boolean isWhen = at.isEmpty() && atMost.isPresent() && when.isPresent();
        if (!isAt && !isWhen) {
            diagnostics.error(phrase.place(), "'stop' needs 'at', or 'when' with '" + spelling.word("atMost")
                    + "'",
                    "write " + spelling.option("at", spelling.span(Span.seconds(90))));
            return Optional.empty();
        }
        SimTime end = at.or(() -> atMost).orElseThrow();
        if (end.nanos() == 0) {
            diagnostics.error(reader.placeOf(phrase, at.isPresent() ? "at" : "atMost"), "a run of no length",
                    "stop later than 0 s");
            return Optional.empty();
        }
        return Optional.of(new StopSpec(end, when, phrase.place()));
    }
}
