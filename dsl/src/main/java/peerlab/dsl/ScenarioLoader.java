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
import peerlab.dsl.yaml.YamlFrontEnd;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ScenarioSpec;

/** Reads a scenario file, in either language, into what can be run. */
public final class ScenarioLoader {

    private final Protocols protocols;
    private final Vocabulary vocabulary;

    public ScenarioLoader(Protocols protocols) {
        this.protocols = protocols;
        this.vocabulary = new Vocabulary(protocols);
    }

    /** Reads a file with all that it includes. It throws nothing: what is wrong stands among the diagnostics. */
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
                            .compile(gathering.statements(), id(file), file.toString(), gathering.isWhole(), options.seed())
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

    /** Loaded by name, so that a scenario in YAML loads no class of Groovy. */
    private static FrontEnd groovy() {
        try {
            return (FrontEnd) Class.forName("peerlab.dsl.groovy.GroovyFrontEnd").getConstructor().newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("the Groovy front end is not on the class path", missing);
        }
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
