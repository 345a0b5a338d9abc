package peerlab.cache.policy;

/** Why an entry leaves a cache. */
public enum Removal {
    /** It made room for another. */
    EVICTED,
    /** Its time to live was over. */
    EXPIRED,
    /** Somebody deleted it, or put a value in its place that does not fit. */
    DELETED
}
