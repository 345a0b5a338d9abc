package peerlab.dsl.groovy;

/** Says what is wrong where the reading of a script ends before the script does. */
final class Ending {

    private final ScriptText script;
    private final Complaints complaints;
    private boolean isReached;

    Ending(ScriptText script, Complaints complaints) {
        this.script = script;
        this.complaints = complaints;
    }

    /** True from the first such place on. */
    boolean isReached() {
        return isReached;
    }

    void at(int start, int end, String message, String remedy) {
        isReached = true;
        complaints.error(script.mark(start, end), message, remedy);
    }

    void tooDeep(int place, String what) {
        at(place, place + 1, "this is nested more than " + Nesting.DEPTH_LIMIT + " " + what + " deep",
                "write it flatter");
    }
}
