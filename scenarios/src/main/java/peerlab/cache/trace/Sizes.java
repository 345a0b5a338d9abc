package peerlab.cache.trace;

/** What the sizes in a trace are wanted for. */
public enum Sizes {
    /** Each request counts as one byte, whatever the trace says. */
    IGNORED,
    /** Each has the size that the trace says, and one byte where it says none. */
    WHERE_KNOWN,
    /** A trace without sizes says too little. */
    NEEDED
}
