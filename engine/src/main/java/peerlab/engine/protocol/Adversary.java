package peerlab.engine.protocol;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/**
 * A peer that does not keep to its protocol, as its {@link Behaviour} sees it: what it knows, whom it acts
 * with and against, and what it can do.
 */
public interface Adversary {

    PeerId self();

    /** The peer's own clock, which may be skewed. */
    SimTime now();

    /** A stream for this behaviour at this peer alone; the honest self has another. */
    RandomSource random();

    /** The algorithm that the peer would follow, as it stands: to be looked at. */
    Protocol honestSelf();

    /** Who behaves so together, this peer among them, in the order of the scenario. */
    List<PeerId> accomplices();

    /** Whom it is turned against; empty where it is against everybody. */
    List<PeerId> victims();

    /** The key that it is about; empty where it is about all of them. */
    Optional<String> target();

    /** Where it leads others: {@code far}, {@code dead}, {@code random}. */
    Optional<String> towards();

    /** How often it does what it does again and again. */
    Optional<Span> every();

    /** How much later. */
    Optional<Distribution> by();

    /**
     * What a peer has asked, where what is about to be sent to it answers that: the message that the honest
     * self is taking in, if it came from this peer; else null.
     */
    Message questionOf(PeerId peer);

    /** Lets the honest self take a message in, as if it had come like this. */
    void takeIn(PeerId from, Message message);

    /** Sends a message in the peer's name. */
    void send(PeerId to, Message message);

    /** Sends it after a while, unless the peer goes down before. */
    void sendLater(PeerId to, Message message, Span delay);

    /** Starts a timer of this behaviour's own; one that is equal and still running is replaced. */
    void startTimer(Timer timer, Span delay);
}
