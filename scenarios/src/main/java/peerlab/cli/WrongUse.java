package peerlab.cli;

import java.util.Optional;

/**
 * The command line asks for something that cannot be done: what, and the remedy. It ends a command with
 * code 3.
 */
final class WrongUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> remedy;

    WrongUse(String message, String remedy) {
        this(message, Optional.of(remedy));
    }

    WrongUse(String message, Optional<String> remedy) {
        super(message, null, false, false);
        this.remedy = remedy;
    }

    Optional<String> remedy() {
        return remedy;
    }
}
