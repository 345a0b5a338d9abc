package peerlab.cache.trace;

/**
 * Requests one after another, of which one is looked at at a time: however many there are, they take no
 * memory.
 */
public interface Trace extends AutoCloseable {

    /** Goes on to the next request; false at the end. */
    boolean next();

    /** When it was, after the beginning of time. */
    long nanos();

    long key();

    /** In bytes. */
    long size();

    /** Whether a value was put; else it was asked for. */
    default boolean isPut() {
        return false;
    }

    @Override
    default void close() {
    }
}
