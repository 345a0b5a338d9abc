package peerlab.engine.network;

import peerlab.engine.base.PeerId;

/** A message cannot say what is in it: its own description throws, or names what has no text. */
public final class Undescribed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PeerId sender;
    private final String type;

    Undescribed(PeerId sender, String type, Throwable cause) {
        super("a " + type + " of " + sender + " does not say what is in it", cause);
        this.sender = sender;
        this.type = type;
    }

    /** Who sent the message. */
    public PeerId sender() {
        return sender;
    }

    /** The name of the message's type. */
    public String type() {
        return type;
    }
}
