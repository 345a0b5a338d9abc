package peerlab.cli;

import java.io.IOException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab run FILE...}. */
final class RunCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("run", "Runs scenarios and says what became of what they claim.");
        spec.addPositional(Options.words("FILE",
                "a scenario, a folder of scenarios, or the name of a shipped one (peerlab list scenarios)"));
        return Options.withCommon(RunSettings.addTo(spec));
    }

    @Override
    public ExitCode run(ParseResult words, Session session) throws IOException {
        RunSettings settings = RunSettings.of(words, session.terminal());
        ScenarioFiles files = new ScenarioFiles(session.terminal(), session.library().map(Library::new));
        return new Batch(With.in(session, settings.with()), settings, files.of(Options.files(words))).run();
    }
}
