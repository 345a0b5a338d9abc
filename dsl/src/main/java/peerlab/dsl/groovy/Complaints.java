package peerlab.dsl.groovy;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostics;

/** Gathers what is wrong with the form of one script, each with its place in the file. */
final class Complaints {

    private final String file;
    private final Diagnostics diagnostics;
    private boolean isAny;

    Complaints(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void error(Mark mark, String message, String remedy) {
        isAny = true;
        diagnostics.add(Diagnostic.error(mark.in(file), message, remedy));
    }

    /** True when this script has been complained about, whatever other files of the scenario have. */
    boolean isAny() {
        return isAny;
    }
}
