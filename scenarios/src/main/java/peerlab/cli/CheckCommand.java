package peerlab.cli;

import java.nio.file.Path;
import java.util.List;

import peerlab.dsl.Loaded;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab check FILE...}: what is wrong with scenarios, without running them. */
final class CheckCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("check", "Says what is wrong with scenarios, and runs nothing.");
        spec.addPositional(
                Options.words("FILE", "a scenario, a folder of scenarios, or the name of a shipped one"));
        return Options.withCommon(spec.addOption(Options.set()).addOption(Options.with())
                .addOption(Options.patience()));
    }

    @Override
    public ExitCode run(ParseResult words, Session session) {
        ScenarioFiles scenarios = new ScenarioFiles(session.terminal(), session.library().map(Library::new));
        Loading loading = new Loading(With.in(session, Options.with(words)), Options.seed(words),
                Options.set(words),
                Options.patience(words, RunSettings.USUAL_PATIENCE));
        DiagnosticText text = new DiagnosticText(session.terminal(),
                Options.isColoured(words, session.terminal()));
        List<Path> files = scenarios.of(Options.files(words));
        ExitCode code = ExitCode.PASS;
        int wrong = 0;
        for (Path file : files) {
            Loaded loaded = loading.load(file);
            text.tell(loaded);
            if (loaded.hasErrors()) {
                wrong++;
                code = ExitCode.WRONG;
            } else {
                session.terminal().say(file + ": ok");
            }
            if (session.terminal().isUnread()) {
                return ExitCode.UNREAD;
            }
        }
        if (files.size() > 1) {
            session.terminal().say("");
            int right = files.size() - wrong;
            session.terminal().say(files.size() + " scenarios: " + right + " ok, " + wrong + " wrong");
        }
        return code;
    }
}
