package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.List;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostics;

/** Gathers what is wrong with the form of one script, each with its place in the file. */
final class Complaints {

    private final String file;
    private final Diagnostics diagnostics;
    private final List<Mark> marks = new ArrayList<>();

    Complaints(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void error(Mark mark, String message, String remedy) {
        marks.add(mark);
        diagnostics.add(Diagnostic.error(mark.in(file), message, remedy));
    }

    /** The same about a number: whether it is of the kind that is due can be told when it is one. */
    void errorInNumber(Mark mark, String message, String remedy) {
        error(mark, message, remedy);
        diagnostics.settle(mark.in(file));
    }

    /** Nothing more is said of exactly this place. */
    void settle(Mark mark) {
        diagnostics.settle(mark.in(file));
    }

    /** True when this script has been complained about, whatever other files of the scenario have. */
    boolean isAny() {
        return !marks.isEmpty();
    }

    int count() {
        return marks.size();
    }

    /** True when something between these places has been complained about. */
    boolean isAnyBetween(Mark start, Mark end) {
        return marks.stream().anyMatch(mark -> !mark.isBefore(start) && mark.isBefore(end));
    }
}
