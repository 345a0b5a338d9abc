package peerlab.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** What is to be said and put away when somebody presses Ctrl-C. */
final class Interruption {

    private final Terminal terminal;
    private Optional<Work> current = Optional.empty();
    private Runnable last = () -> { };
    private boolean hasHappened;

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

    /** Makes something that has to be put away. */
    @FunctionalInterface
    interface Maker<T> {
        T make() throws IOException;
    }

    /** From here on this is what an interruption interrupts. Nothing begins any more after one. */
    synchronized void during(String name, Runnable cleanUp) {
        if (hasHappened) {
            throw new Interrupted();
        }
        current = Optional.of(new Work(name, cleanUp));
    }

    /** The same for what is made first: no interruption finds it made and not yet to be put away. */
    synchronized <T> T during(String name, Maker<T> maker, Consumer<T> cleanUp) throws IOException {
        during(name, () -> { });
        T made = maker.make();
        during(name, () -> cleanUp.accept(made));
        return made;
    }

    /** What is to be put away after all that is going on, until the process ends. */
    synchronized void lastly(Runnable cleanUp) {
        last = cleanUp;
    }

    /** Nothing is half done any more. */
    synchronized void over() {
        current = Optional.empty();
    }

    /** Removes what is half written, and says nothing. */
    synchronized void tidy() {
        hasHappened = true;
        current.ifPresent(work -> work.cleanUp().run());
        last.run();
        over();
    }

    /** Whether anything is half done. */
    synchronized boolean isDuringWork() {
        return current.isPresent();
    }

    /** Tidies up, and says what was interrupted, where anything was. */
    synchronized void happen() {
        Optional<Work> interrupted = current;
        tidy();
        interrupted.ifPresent(work -> terminal.warn((terminal.errIsTerminal() ? "\n" : "") + "interrupted: "
                + work.name() + " is not finished"));
    }

    /** True from the moment at which the process begins to end. */
    synchronized boolean hasHappened() {
        return hasHappened;
    }

    /** Ends work that would begin, or go on, while the process ends. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Interrupted() {
            super("interrupted", null, false, false);
        }
    }
}
