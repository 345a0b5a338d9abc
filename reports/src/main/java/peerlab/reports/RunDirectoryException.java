package peerlab.reports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** A run cannot be written where it should be: the place, what is in the way, what to do. */
public final class RunDirectoryException extends IOException {

    static final String ELSEWHERE = "choose another folder with --out";

    private static final long serialVersionUID = 1;

    RunDirectoryException(Path place, String complaint, String remedy, Throwable cause) {
        super("cannot write " + place + ": " + complaint + "\n     = " + remedy, cause);
    }

    /** True where other words on the command line would help; else it is the disk that does not take it. */
    public boolean isRefusal() {
        return getCause() == null || getCause() instanceof AccessDeniedException;
    }

    /** The same failure in words for the user; it stays as it is where it has them. */
    public static RunDirectoryException of(Path place, IOException cause) {
        if (cause instanceof RunDirectoryException told) {
            return told;
        }
        if (cause instanceof AccessDeniedException) {
            return new RunDirectoryException(place, "this user may not write there", ELSEWHERE, cause);
        }
        String reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason() : String.valueOf(cause.getMessage());
        String remedy = reason.toLowerCase(Locale.ROOT).contains("space")
                ? "free some space, or " + ELSEWHERE : ELSEWHERE;
        return new RunDirectoryException(place, reason, remedy, cause);
    }
}
