package peerlab.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostic.Severity;
import peerlab.dsl.diagnostic.Renderer;
import peerlab.dsl.diagnostic.Source;
import peerlab.engine.spec.ScenarioSpec;

/**
 * A scenario file, read.
 *
 * @param runs what there is to run; empty where there are errors
 * @param axes the parameters that the scenario's matrix varies, from run to run; runs that differ in none of
 *     them differ by their seed
 * @param diagnostics everything there is to say, by place
 * @param sources the files that were read, by the names that places give them
 */
public record Loaded(
        List<ScenarioSpec> runs, List<String> axes, List<Diagnostic> diagnostics,
        Map<String, Source> sources) {

    public Loaded(List<ScenarioSpec> runs, List<Diagnostic> diagnostics, Map<String, Source> sources) {
        this(runs, List.of(), diagnostics, sources);
    }

    public Loaded {
        axes = List.copyOf(axes);
        runs = List.copyOf(runs);
        diagnostics = List.copyOf(diagnostics);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /** The diagnostics as a person reads them; empty where there is nothing to say. */
    public String render(boolean isColoured) {
        return new Renderer(sources, isColoured).render(diagnostics);
    }
}
