package peerlab.cli;

import java.nio.file.Path;

import peerlab.dsl.Loaded;
import peerlab.engine.RunResult;
import peerlab.reports.console.RunText;

/** One run in full: the claim, the numbers, the cause, the way to look closer. */
final class FullAccount implements Account {

    private final Terminal terminal;
    private final RunText text;
    private final DiagnosticText diagnostics;

    FullAccount(Terminal terminal, RunText text, DiagnosticText diagnostics) {
        this.terminal = terminal;
        this.text = text;
        this.diagnostics = diagnostics;
    }

    @Override
    public void refused(Path file, Loaded loaded) {
        diagnostics.complain(loaded);
    }

    @Override
    public void ran(RunResult result) {
        terminal.out().print(text.summary(result));
    }

    @Override
    public void end() {
        // the summary has said it all
    }
}
