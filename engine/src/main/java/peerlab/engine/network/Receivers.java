package peerlab.engine.network;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.protocol.Message;

/** The peers, as the network sees them: they take messages in, or do not. */
public interface Receivers {

    /** Why a peer can take nothing in, as in "p7 is down"; null while it can. */
    String refusal(PeerId to);

    /**
     * Keeps a message for later where its receiver can take it in, but not yet; false where it can at once.
     */
    default boolean holds(PeerId to, Postponed due) {
        return false;
    }

    /** Hands a message to its receiver, which can take it in. */
    void receive(PeerId from, PeerId to, Message message);

    /** The size of a message on the wire, as its protocol encodes it. */
    int size(PeerId from, Message message);

    /**
     * A message that could be taken for another, with some of it changed; null where none can be made.
     *
     * @param random decides what changes
     */
    default Message changed(PeerId from, Message message, RandomSource random) {
        return null;
    }

    /** Reads what taking a message in will need, and changes nothing; see {@code Event.approach}. */
    default int approach(PeerId from, PeerId to, Message message, int step) {
        return 0;
    }
}
