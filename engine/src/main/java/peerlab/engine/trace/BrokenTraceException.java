package peerlab.engine.trace;

import java.io.IOException;

/** A trace cannot be read: which line, what is wrong with it, what to do. */
public final class BrokenTraceException extends IOException {

    private static final long serialVersionUID = 1;

    private final long line;

    BrokenTraceException(String file, long line, String complaint, String remedy) {
        super(file + ":" + line + ": " + complaint + "\n     = " + remedy);
        this.line = line;
    }

    /** From 1. */
    public long line() {
        return line;
    }
}
