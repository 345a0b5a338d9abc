package peerlab.dsl;

import java.nio.file.Path;
import java.util.Optional;

import peerlab.dsl.compile.ScenarioCompiler;
import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.expand.Gathering;
import peerlab.dsl.expand.Params;
import peerlab.dsl.grammar.FrontEnd;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.groovy.GroovyFrontEnd;
import peerlab.dsl.yaml.YamlFrontEnd;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ScenarioSpec;

/** Reads a scenario file, in either language, into what can be run. */
public final class ScenarioLoader {

    private final Protocols protocols;
    private final Vocabulary vocabulary;
    private final Optional<Path> scriptCache;

    public ScenarioLoader(Protocols protocols) {
        this(protocols, Optional.empty());
    }

    /**
     * @param scriptCache the folder where scripts that were read once are kept for the next start; empty for
     * nowhere
     */
    public ScenarioLoader(Protocols protocols, Optional<Path> scriptCache) {
        this.protocols = protocols;
        this.vocabulary = new Vocabulary(protocols);
        this.scriptCache = scriptCache;
    }

    /**
     * Reads a file with all that it includes. It throws nothing: what is wrong stands among the diagnostics.
     */
    public Loaded load(Path file, LoadOptions options) {
        Diagnostics diagnostics = new Diagnostics();
        Params params = new Params(options.set(), diagnostics);
        Gathering gathering = new Gathering(this::frontEnd, params, diagnostics);
        Optional<ScenarioSpec> spec = Optional.empty();
        boolean isRead = gathering.read(file);
        if (isRead) {
            // a file whose form is wrong has lost statements: to miss them would only confuse
            boolean isWhole = !diagnostics.hasErrors() || !gathering.statements().isEmpty();
            spec = isWhole
                    ? new ScenarioCompiler(protocols, vocabulary, params, diagnostics)
                            .compile(gathering.statements(), id(file), file.toString(), gathering.isWhole(),
                                    options.seed())
                    : Optional.empty();
        }
        if (spec.isPresent()) {
            params.warnOfUnused();
        }
        return new Loaded(spec.stream().toList(), diagnostics.sorted(), gathering.sources());
    }

    private Optional<FrontEnd> frontEnd(Source source) {
        if (source.endsIn("yaml") || source.endsIn("yml")) {
            return Optional.of(new YamlFrontEnd(vocabulary));
        }
        return source.endsIn("groovy") ? Optional.of(groovy()) : Optional.empty();
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
