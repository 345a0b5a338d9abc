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

    /** What is longer quotes a text that nobody reads to its end; its middle is left out. */
    private static final int LONGEST = 600;

    public Diagnostic {
        message = shortened(message);
        remedy = remedy.map(Diagnostic::shortened);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words
                : words.substring(0, LONGEST / 2) + " ... " + words.substring(words.length() - LONGEST / 2);
    }

    public static Diagnostic error(SourcePlace place, String message, String remedy) {
        return new Diagnostic(Severity.ERROR, place, message, Optional.of(remedy));
    }

    public static Diagnostic error(SourcePlace place, String message) {
        return new Diagnostic(Severity.ERROR, place, message, Optional.empty());
    }
}
