package peerlab.engine.peer;

import peerlab.engine.base.PeerId;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Protocol;

/** A message that a behaviour holds back. It has not left: nobody counts it as sent. */
final class LateMessage extends Event implements Postponed {

    private final Peer peer;
    private final Conduct conduct;
    private final PeerId to;
    private final Message message;
    private final long cause;
    /** Whoever held it back: a peer that went down since has forgotten it, whether it misbehaves or not. */
    private final Protocol life;

    LateMessage(Peer peer, Conduct conduct, PeerId to, Message message, long cause) {
        this.peer = peer;
        this.conduct = conduct;
        this.to = to;
        this.message = message;
        this.cause = cause;
        this.life = peer.algorithm();
    }

    PeerId to() {
        return to;
    }

    Message message() {
        return message;
    }

    /** What was being handled when it was held back. */
    long cause() {
        return cause;
    }

    @Override
    protected void happen() {
        if (isRemembered() && !peer.holds(this)) {
            conduct.say(this);
        }
    }

    @Override
    public void happenLate() {
        if (isRemembered() && !isCancelled()) {
            conduct.say(this);
        }
    }

    private boolean isRemembered() {
        return peer.algorithm() == life;
    }

    @Override
    public void lose(String reason) {
        cancel();
    }

    @Override
    public String toString() {
        return "saying late " + message.type() + " to " + to;
    }
}
