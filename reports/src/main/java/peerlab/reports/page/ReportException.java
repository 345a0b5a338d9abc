package peerlab.reports.page;

import java.io.IOException;
import java.nio.file.Path;

/** A folder holds no run that can be shown: which, why, and what helps. */
public final class ReportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    ReportException(Path where, String complaint, String remedy) {
        super("'" + where + "' " + complaint);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
