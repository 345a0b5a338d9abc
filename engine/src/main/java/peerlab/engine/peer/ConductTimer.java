package peerlab.engine.peer;

import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.protocol.Timer;

/** A timer of a behaviour's own. */
final class ConductTimer extends Event implements Postponed {

    private final Peer peer;
    private final Conduct conduct;
    private final Timer timer;
    private final long cause;

    ConductTimer(Peer peer, Conduct conduct, Timer timer, long cause) {
        this.peer = peer;
        this.conduct = conduct;
        this.timer = timer;
        this.cause = cause;
    }

    Timer timer() {
        return timer;
    }

    /** What was being handled when it was started. */
    long cause() {
        return cause;
    }

    @Override
    protected void happen() {
        if (!peer.holds(this)) {
            conduct.ring(this);
        }
    }

    @Override
    public void happenLate() {
        if (!isCancelled()) {
            conduct.ring(this);
        }
    }

    @Override
    public void lose(String reason) {
        cancel();
    }

    @Override
    public String toString() {
        return "misbehaving at the timer " + timer.type();
    }
}
