package peerlab.cache.policy;

/** The future: when each key will be asked for again. */
@FunctionalInterface
public interface NextUses {

    /** What a key has that is never asked for again. */
    long NEVER = Long.MAX_VALUE;

    /** The number, from 0, of the next request for the same key; {@link #NEVER} where there is none. */
    long after(long request);
}
