package peerlab.cli;

import java.util.Optional;

/** What is to be said and put away when somebody presses Ctrl-C. */
final class Interruption {

    private final Terminal terminal;
    private Optional<Work> current = Optional.empty();

    Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * What is going on.
     *
     * @param name as the user knows it: "kademlia.groovy"
     * @param cleanUp removes what was half written
     */
    private record Work(String name, Runnable cleanUp) {
    }

    /** From here on this is what an interruption interrupts. */
    synchronized void during(String name, Runnable cleanUp) {
        current = Optional.of(new Work(name, cleanUp));
    }

    /** Nothing is half done any more. */
    synchronized void over() {
        current = Optional.empty();
    }

    /** Removes what is half written, and says nothing. */
    synchronized void tidy() {
        current.ifPresent(work -> work.cleanUp().run());
        over();
    }

    /** Whether anything is half done. */
    synchronized boolean isDuringWork() {
        return current.isPresent();
    }

    /** Tidies up, and says what was interrupted, where anything was. */
    synchronized void happen() {
        current.ifPresent(work -> {
            work.cleanUp().run();
            terminal.warn((terminal.errIsTerminal() ? "\n" : "") + "interrupted: " + work.name()
                    + " is not finished");
        });
        over();
    }
}
