package peerlab.engine.protocol;

/**
 * Limits how often something is done: each time takes a token, and tokens come at a pace of their own. What
 * does not fit into the bucket is lost, so that a long rest does not allow a flood.
 */
public final class TokenBucket {

    private final double capacity;
    private double tokens;

    /** A full one. */
    public TokenBucket(double capacity) {
        if (!(capacity >= 1)) {
            throw new IllegalArgumentException("a bucket holds at least one token, found " + capacity);
        }
        this.capacity = capacity;
        this.tokens = capacity;
    }

    public void add(double more) {
        tokens = Math.min(capacity, tokens + more);
    }

    /** Takes one token; false where there is none. */
    public boolean take() {
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
