package peerlab.dsl.value;

import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostic.Severity;
import peerlab.engine.base.SourcePlace;

/**
 * What keeps a value from being read, with the place and the remedy: it ends the reading of that one value.
 */
public final class Complaint extends RuntimeException {

    private final transient List<Diagnostic> diagnostics;

    public Complaint(SourcePlace place, String message, String remedy) {
        this(List.of(new Diagnostic(Severity.ERROR, place, message, Optional.ofNullable(remedy))));
    }

    public Complaint(List<Diagnostic> diagnostics) {
        super(diagnostics.get(0).message(), null, false, false);
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
