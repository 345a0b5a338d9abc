package peerlab.reports;

import java.io.IOException;
import java.nio.file.Path;

/** A run cannot be written where it should be: the place, what is in the way, what to do. */
public final class RunDirectoryException extends IOException {

    private static final long serialVersionUID = 1;

    RunDirectoryException(Path place, String complaint, String remedy, Throwable cause) {
        super("cannot write " + place + ": " + complaint + "\n     = " + remedy, cause);
    }
}
