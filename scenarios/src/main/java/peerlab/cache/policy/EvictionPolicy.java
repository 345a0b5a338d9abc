package peerlab.cache.policy;

/**
 * Decides which entry of a cache makes room for another. This is the hook {@code eviction-policy}: a
 * student's class plays it in the place of ours.
 *
 * <p>An entry is known by a small number that the cache gives it when it comes in; once it has gone, the
 * number may be given to another. The cache finds keys, counts sizes and times, and tells the policy once of
 * whatever is asked for: {@link #onHit} where it is there, {@link #onMiss} where it is not and is to come in.
 * Policies answer in constant time, or in the logarithm of the number of entries: never by looking at all.
 */
public interface EvictionPolicy {

    /** Answered by {@link #victim} where the newcomer itself is to stay out. */
    int NEWCOMER = -1;

    /** Called once, before all else. */
    default void begin(Residents residents) {
    }

    /**
     * An absent key was asked for and would come in next; no room has been made for it so far.
     *
     * @param size of what would come in, in the unit of the capacity; what is larger than all of that stays
     *     out whatever the answer is
     * @return false where it is to stay out
     */
    default boolean onMiss(long key, long size) {
        return true;
    }

    /** An entry has come in. */
    void onInsert(int entry);

    /** An entry was asked for, or its value was replaced by another. */
    void onHit(int entry);

    /** An entry has another size, before it is told of in {@link #onHit}. */
    default void onResize(int entry, long before, long after) {
    }

    /**
     * There is no room. Called until there is.
     *
     * @return the entry that is to go, and that goes at once, or {@link #NEWCOMER}; where an entry has grown,
     *     that means this entry
     */
    int victim();

    /** An entry is about to go, for whatever reason; its key and size can be read for the last time. */
    void onRemove(int entry, Removal why);
}
