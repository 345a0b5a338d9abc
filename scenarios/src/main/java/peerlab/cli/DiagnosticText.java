package peerlab.cli;

import java.util.List;

import peerlab.dsl.Loaded;
import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostic.Severity;
import peerlab.dsl.diagnostic.Renderer;

/** What there is to say about scenarios, as a person reads it. */
final class DiagnosticText {

    private final Terminal terminal;
    private final boolean isColoured;

    DiagnosticText(Terminal terminal, boolean isColoured) {
        this.terminal = terminal;
        this.isColoured = isColoured;
    }

    /** Everything, notes included, as output: for who asked. */
    void tell(Loaded loaded) {
        terminal.out().print(render(loaded, loaded.diagnostics()));
    }

    /** Errors and warnings, as errors: for who wanted something else. */
    void complain(Loaded loaded) {
        terminal.out().flush();
        terminal.err().print(render(loaded,
                loaded.diagnostics().stream().filter(d -> d.severity() != Severity.NOTE).toList()));
        terminal.err().flush();
    }

    private String render(Loaded loaded, List<Diagnostic> diagnostics) {
        return new Renderer(loaded.sources(), isColoured).render(diagnostics);
    }
}
