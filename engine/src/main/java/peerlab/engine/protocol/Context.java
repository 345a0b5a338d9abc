package peerlab.engine.protocol;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/**
 * What a protocol may ask of the world. In a simulation the requests act on the kernel; in a unit spec they
 * are recorded.
 */
public interface Context {

    PeerId self();

    /** The peer's own clock, which may be skewed. */
    SimTime now();

    /** The peer's own stream of random numbers. */
    RandomSource random();

    void send(PeerId to, Message message);

    /** Starts a timer; one that is equal and still running is replaced. */
    void startTimer(Timer timer, Span delay);

    /** Stops the equal timer, if it is running. */
    void cancelTimer(Timer timer);

    /** Answers a client: with a value, or with a {@link Failure}. Only the first answer counts. */
    void reply(Request request, Object answer);

    /**
     * Shows a decision: "asked p3, p40; learned p7". Costs nothing where {@link #isWatched} is checked first.
     */
    void step(Step step);

    /** True while somebody listens to steps, so that a busy protocol need not build them in vain. */
    boolean isWatched();

    /** Keeps a value across a crash; each call replaces what was kept before. */
    void save(Object state);
}
