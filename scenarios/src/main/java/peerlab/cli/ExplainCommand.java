package peerlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import peerlab.dsl.Loaded;
import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.explain.Explanation;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.dsl.write.Reading;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.spec.ScenarioSpec;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab explain FILE}: what a scenario comes to, and where each value comes from. */
final class ExplainCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("explain",
                "Says in English what a scenario comes to, each value with its origin, and draws its time.");
        spec.addPositional(Options.words("FILE", "a scenario, or the name of a shipped one"));
        return Options.withCommon(spec.addOption(Options.seed()).addOption(Options.set()));
    }

    @Override
    public ExitCode run(ParseResult words, Session session) {
        Terminal terminal = session.terminal();
        List<String> files = Options.files(words);
        if (files.size() > 1) {
            throw new WrongUse("peerlab explain takes one scenario, found " + files.size(),
                    "explain one after the other");
        }
        Path file = new ScenarioFiles(terminal, session.library().map(Library::new)).one(files.get(0));
        Map<String, String> set = Options.set(words);
        OptionalLong seed = Options.seed(words);
        Loaded loaded = new Loading(session, seed, set, RunSettings.USUAL_PATIENCE).load(file);
        new DiagnosticText(terminal, Options.isColoured(words, terminal)).complain(loaded);
        if (loaded.hasErrors()) {
            return ExitCode.WRONG;
        }
        Protocols protocols = session.protocols().get();
        Reading reading = new Reading(file, new Vocabulary(protocols), new Diagnostics());
        ScenarioSpec first = loaded.runs().get(0);
        new Explanation(first, reading.phrases(), set.keySet(), seed.isPresent(), protocols, terminal.width())
                .lines().forEach(terminal::say);
        if (loaded.runs().size() > 1) {
            terminal.say("");
            terminal.say("This is the first of " + loaded.runs().size() + " runs:");
            loaded.runs().forEach(run -> terminal.say("  " + run.id() + ", seed " + run.seed()));
        }
        return terminal.isUnread() ? ExitCode.UNREAD : ExitCode.PASS;
    }
}
