package peerlab.engine.peer;

import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.protocol.Timer;

/** A timer that is running. */
final class TimerEvent extends Event implements Postponed {

    private final Peer peer;
    private final Timer timer;
    private final long cause;

    TimerEvent(Peer peer, Timer timer, long cause) {
        this.peer = peer;
        this.timer = timer;
        this.cause = cause;
    }

    Timer timer() {
        return timer;
    }

    /** The same timer once more, to be scheduled for another instant. */
    TimerEvent again() {
        return new TimerEvent(peer, timer, cause);
    }

    /** What was being handled when it was started. */
    long cause() {
        return cause;
    }

    @Override
    protected void happen() {
        if (!peer.holds(this)) {
            peer.runOut(this);
        }
    }

    @Override
    public void happenLate() {
        if (!isCancelled()) {
            peer.runOut(this);
        }
    }

    @Override
    public void lose(String reason) {
        cancel();
    }

    @Override
    public String toString() {
        return "handling the timer " + timer.type();
    }
}
