package peerlab.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import peerlab.dsl.compile.ScenarioCompiler;
import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.expand.Cells;
import peerlab.dsl.expand.Gathering;
import peerlab.dsl.expand.Params;
import peerlab.dsl.grammar.FrontEnd;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.measured.LatencyFiles;
import peerlab.dsl.groovy.GroovyFrontEnd;
import peerlab.dsl.use.Classes;
import peerlab.dsl.yaml.YamlFrontEnd;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ScenarioSpec;

/** Reads a scenario file, in either language, into what can be run. */
public final class ScenarioLoader {

    private final Protocols protocols;
    private final Vocabulary vocabulary;
    private final Optional<Path> scriptCache;
    private final Classes classes;

    public ScenarioLoader(Protocols protocols) {
        this(protocols, Optional.empty());
    }

    /**
     * @param scriptCache the folder where scripts that were read once are kept for the next start; empty for
     * nowhere
     */
    public ScenarioLoader(Protocols protocols, Optional<Path> scriptCache) {
        this(protocols, scriptCache, Classes.NONE);
    }

    /** @param classes those that {@code use} may name */
    public ScenarioLoader(Protocols protocols, Optional<Path> scriptCache, Classes classes) {
        this.classes = classes;
        this.protocols = protocols;
        this.vocabulary = new Vocabulary(protocols);
        this.scriptCache = scriptCache;
    }

    /**
     * Reads a file with all that it includes. It throws nothing: what is wrong stands among the diagnostics.
     */
    public Loaded load(Path file, LoadOptions options) {
        Diagnostics diagnostics = new Diagnostics();
        FrontEnd[] groovy = new FrontEnd[1];
        Gathering.FrontEnds frontEnds = source -> frontEnd(source, groovy);
        LatencyFiles latencies = new LatencyFiles();
        Reading first = read(file, options, Map.of(), frontEnds, latencies, diagnostics);
        List<ScenarioSpec> runs = new ArrayList<>(first.runs());
        Cells cells = new Cells(first.params().axes());
        boolean isAllowed = !diagnostics.hasErrors() && !runs.isEmpty();
        if (isAllowed && cells.count() * runs.size() > Vocabulary.MOST_RUNS) {
            diagnostics.error(first.params().matrix().orElseThrow(),
                    cells.count() * runs.size() + " runs of one scenario",
                    "the limit is " + Vocabulary.MOST_RUNS);
            isAllowed = false;
        }
        if (isAllowed) {
            cells.all().stream().skip(1).forEach(cell ->
                    runs.addAll(read(file, options, cell, frontEnds, latencies, diagnostics).runs()));
        }
        return new Loaded(diagnostics.hasErrors() ? List.of() : runs,
                List.copyOf(first.params().axes().keySet()), diagnostics.sorted(),
                first.gathering().sources());
    }

    /** Whether a thread that reads, by its stack, is carrying out what a script says. */
    public static boolean isCarryingOut(List<StackTraceElement> stack) {
        return GroovyFrontEnd.isCarryingOut(stack);
    }

    /** A file as it reads for one cell of its matrix. */
    private record Reading(List<ScenarioSpec> runs, Params params, Gathering gathering) {
    }

    private Reading read(Path file, LoadOptions options, Map<String, Integer> cell,
            Gathering.FrontEnds frontEnds, LatencyFiles latencies, Diagnostics diagnostics) {
        Params params = new Params(options.set(), cell, diagnostics);
        Gathering gathering = new Gathering(frontEnds, params, diagnostics);
        List<ScenarioSpec> runs = List.of();
        boolean isRead = gathering.read(file);
        if (isRead) {
            // a file whose form is wrong has lost statements: to miss them would only confuse
            boolean isWhole = !diagnostics.hasErrors() || !gathering.statements().isEmpty();
            runs = isWhole && !gathering.isCircular()
                    ? new ScenarioCompiler(protocols, classes, latencies, vocabulary, params, diagnostics)
                            .compile(gathering, id(file) + label(params), file.toString(), options.seed())
                    : List.of();
        }
        if (!runs.isEmpty()) {
            params.warnOfUnused();
        }
        return new Reading(runs, params, gathering);
    }

    /** {@code  n=16 loss=5%}: what the matrix gives to this run. */
    private static String label(Params params) {
        return params.values().entrySet().stream().filter(value -> params.axes().containsKey(value.getKey()))
                .map(value -> " " + value.getKey() + "=" + value.getValue().toString().replace(" ", ""))
                .collect(Collectors.joining());
    }

    private Optional<FrontEnd> frontEnd(Source source, FrontEnd[] groovy) {
        if (source.endsIn("yaml") || source.endsIn("yml")) {
            return Optional.of(new YamlFrontEnd(vocabulary));
        }
        if (source.endsIn("groovy")) {
            groovy[0] = groovy[0] == null ? groovy() : groovy[0];
            return Optional.of(groovy[0]);
        }
        return Optional.empty();
    }

    /**
     * In a method of its own: the class is loaded when this is called, so a scenario in YAML loads nothing
     * of Groovy.
     */
    private FrontEnd groovy() {
        return new GroovyFrontEnd(scriptCache);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
