package peerlab.engine.kernel;

import java.util.function.Consumer;

/** A later turn for something that was due before. */
public final class Late extends Event {

    private final Kernel kernel;
    private final Postponed what;
    private final Consumer<Late> turn;

    /** @param turn what is done when the time has come */
    public Late(Kernel kernel, Postponed what, Consumer<Late> turn) {
        this.kernel = kernel;
        this.what = what;
        this.turn = turn;
    }

    /** What waits. */
    public Postponed what() {
        return what;
    }

    @Override
    protected void happen() {
        kernel.within(what.sequence(), () -> turn.accept(this));
    }

    @Override
    public String toString() {
        return what.toString();
    }
}
