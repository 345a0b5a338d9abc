package peerlab.reports.stored;

import java.io.IOException;

import peerlab.engine.trace.TraceLine;

/** Events of a run that can be gone through as often as somebody needs, in the order of time. */
public interface Lines {

    /** Goes through them up to the last, or to the one that is enough. */
    void goThrough(Reader reader) throws IOException;

    /** Takes one after another. */
    interface Reader {

        /** Whether the next is wanted. */
        boolean read(TraceLine line) throws IOException;
    }
}
