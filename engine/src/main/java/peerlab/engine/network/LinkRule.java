package peerlab.engine.network;

/**
 * One thing that the network does to messages: delay them, lose them, keep two sides apart. The rules of a
 * network are asked in order, each shaping what the ones before it left, until one drops the message.
 *
 * <p>A rule may say that it is about some messages only, and is then not asked for others. What it says stays
 * the same as long as it is active.
 */
public interface LinkRule {

    void shape(Transmission message);

    /** By what chance it touches a message; it does nothing to one that the chance spares. */
    default Chance chance() {
        return Chance.ALWAYS;
    }

    /** Whose messages it can touch. */
    default PeerSet senders() {
        return PeerSet.EVERYBODY;
    }

    /** Messages to whom it can touch. */
    default PeerSet receivers() {
        return PeerSet.EVERYBODY;
    }

    /** The name of the only type of messages that it can touch; null where it can touch any. */
    default String type() {
        return null;
    }
}
