package peerlab.engine.observe;

/** A reading that changes with single peers, and so hears of each that an event touched. */
public interface PeerFollower extends Reading {

    /** A peer, by index, may have changed. */
    void touch(int peer);

    /** Any peer may have changed. */
    void touchAll();
}
