package peerlab.engine.protocol;

import java.util.Optional;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.Span;

/** Operations that somebody recorded, read one after another: never all of them at once. */
public interface Recording extends AutoCloseable {

    /** The next operation, not earlier than the one before; empty at the end. */
    Optional<Recorded> next();

    @Override
    void close();

    /**
     * One operation.
     *
     * @param time after the beginning of the recording
     * @param operation its name; the first that reads where absent, as in traces of caches
     * @param size of the value
     * @param peer the name of the peer that was asked
     */
    record Recorded(
            Span time, Optional<String> operation, String key, Optional<Bytes> size, Optional<String> peer) {
    }
}
