package peerlab.cache.policy;

/** What a policy may know of the cache that it works for, and the one thing that it may do to it. */
public interface Residents {

    long key(int entry);

    /** In the unit of the capacity: bytes, or 1 where entries are counted. */
    long size(int entry);

    /** How many entries there are. */
    int count();

    /** The sum of their sizes. */
    long used();

    long capacity();

    /** Whether the capacity is a number of entries, so that each has size 1. */
    boolean areCounted();

    /**
     * Evicts an entry although nobody asked for a victim, as policies do that keep parts of the cache within
     * bounds of their own. The policy is told of it like of every other removal.
     */
    void evict(int entry);
}
