package peerlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import peerlab.dsl.Loaded;
import peerlab.engine.spec.ScenarioSpec;

import picocli.CommandLine.ParseResult;

/** Loads the one run that a command is about. */
final class OneRun {

    private final Session session;
    private final ParseResult words;
    private final String subject;

    /** @param subject what is of one run: "a trace" */
    OneRun(Session session, ParseResult words, String subject) {
        this.session = session;
        this.words = words;
        this.subject = subject;
    }

    /** The run; empty where the scenario is wrong, which was told. */
    Optional<ScenarioSpec> of(String name, Duration patience) throws IOException {
        Path file = new ScenarioFiles(session.terminal(), session.library().map(Library::new)).one(name);
        Loaded loaded = new Loading(session, Options.seed(words), Options.set(words), patience).load(file);
        if (loaded.hasErrors()) {
            new DiagnosticText(session.terminal(), Options.isColoured(words, session.terminal()))
                    .complain(loaded);
            return Optional.empty();
        }
        if (loaded.runs().size() > 1) {
            throw new WrongUse("'" + name + "' makes " + loaded.runs().size() + " runs, and " + subject
                    + " is of one",
                    "choose one with --seed or --set");
        }
        return Optional.of(loaded.runs().get(0));
    }
}
