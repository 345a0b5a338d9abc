package peerlab.reports.stored;

import java.io.IOException;

/** A run directory does not hold what somebody wants of it: what is missing or broken. */
public final class StoredRunException extends IOException {

    private static final long serialVersionUID = 1;

    public StoredRunException(String message) {
        super(message);
    }
}
