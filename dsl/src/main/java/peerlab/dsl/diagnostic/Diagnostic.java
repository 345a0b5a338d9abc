package peerlab.dsl.diagnostic;

import java.util.Optional;

import peerlab.engine.base.SourcePlace;

/**
 * Something to say about a scenario.
 *
 * @param message what is wrong, with the value: "'loss' needs a percentage, found 0.01"
 * @param remedy what to do: "write 1%", "did you mean 'crash'?"
 */
public record Diagnostic(Severity severity, SourcePlace place, String message, Optional<String> remedy) {

    /** How bad it is; nothing runs while there is an error. */
    public enum Severity { ERROR, WARNING, NOTE }

    public static Diagnostic error(SourcePlace place, String message, String remedy) {
        return new Diagnostic(Severity.ERROR, place, message, Optional.of(remedy));
    }

    public static Diagnostic error(SourcePlace place, String message) {
        return new Diagnostic(Severity.ERROR, place, message, Optional.empty());
    }
}
