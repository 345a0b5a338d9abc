package peerlab.engine.protocol;

import peerlab.engine.base.PeerId;

/**
 * How a peer behaves that does not keep to its protocol. It stands between the peer's honest self and all
 * others: whatever one of them says to the other passes through it, changed, late, twice or not at all.
 * What is not written is what an honest peer does.
 *
 * <p>Each peer has an instance of its own. It has no clock and no randomness but those of its
 * {@link Adversary}.
 */
public interface Behaviour {

    /**
     * The behaviour begins, and again each time that the peer comes up under it: whatever it was about to do
     * is forgotten with a crash.
     */
    default void onStart(Adversary self) {
    }

    /** A message has arrived. The honest self hears of it with {@link Adversary#takeIn}. */
    default void onMessage(PeerId from, Message message, Adversary self) {
        self.takeIn(from, message);
    }

    /** The honest self would send this. It leaves with {@link Adversary#send}. */
    default void onSend(PeerId to, Message message, Adversary self) {
        self.send(to, message);
    }

    /** A timer of this behaviour's own has run out. */
    default void onTimer(Timer timer, Adversary self) {
    }
}
