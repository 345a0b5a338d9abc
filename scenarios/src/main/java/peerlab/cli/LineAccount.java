package peerlab.cli;

import java.nio.file.Path;

import peerlab.dsl.Loaded;
import peerlab.engine.RunResult;
import peerlab.engine.check.Verdict;
import peerlab.reports.console.RunText;
import peerlab.reports.console.Tally;

/** Many runs: one line each, and a total. Quietly, only what did not pass. */
final class LineAccount implements Account {

    private final Terminal terminal;
    private final RunText text;
    private final DiagnosticText diagnostics;
    private final int idWidth;
    private final boolean isQuiet;
    private Tally tally = Tally.NONE;

    LineAccount(Terminal terminal, RunText text, DiagnosticText diagnostics, int idWidth, boolean isQuiet) {
        this.terminal = terminal;
        this.text = text;
        this.diagnostics = diagnostics;
        this.idWidth = idWidth;
        this.isQuiet = isQuiet;
    }

    @Override
    public void refused(Path file, Loaded loaded) {
        tally = tally.plusRefused();
        diagnostics.complain(loaded);
    }

    @Override
    public void ran(RunResult result) {
        tally = tally.plus(result.verdict());
        if (!isQuiet || result.verdict() != Verdict.PASS) {
            terminal.out().print(text.line(result, idWidth));
        }
    }

    @Override
    public void end() {
        if (!isQuiet) {
            terminal.say("");
            terminal.say(tally.toString());
        }
    }
}
