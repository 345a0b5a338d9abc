package peerlab.engine.network;

/**
 * How long a message takes from its sender to its receiver, one way, with nothing in its way: the same law
 * for all, or places, or what somebody measured.
 */
public interface LatencyModel {

    /** In nanoseconds, for this message. */
    long nanos(Transmission message);
}
