package peerlab.dsl.groovy;

/**
 * Words what a scenario must not say because its runs could not be repeated (clocks, chance, the machine
 * outside) or because the language has no place for it. It is an answer to slips, not a wall: what Groovy
 * may do is decided by what the interpreter can do.
 */
final class Lint {

    private final Complaints complaints;

    Lint(Complaints complaints) {
        this.complaints = complaints;
    }

    /** {@code new Date()}. */
    void construction(Mark mark, String written, String type) {
        if (!isRefused(mark, written, type)) {
            complaints.error(mark, "'new' is not a word of a scenario",
                    "write the value itself; algorithms and metrics are classes in Java");
        }
    }

    /**
     * Refuses what is named after a class of clocks, of chance, or of the world outside.
     *
     * @return whether it was one
     */
    boolean isRefused(Mark mark, String written, String type) {
        if (Words.CLOCKS.contains(type)) {
            clock(mark, written);
        } else if (Words.CHANCES.contains(type)) {
            chance(mark, written);
        } else if (Words.OUTSIDE.contains(type)) {
            outside(mark, written);
        } else {
            return false;
        }
        return true;
    }

    /**
     * {@code System.currentTimeMillis()}, {@code Math.random()}, {@code 'ls'.execute()}: whether it was
     * refused.
     */
    boolean isRefusedCall(Mark mark, String written, String root, String method) {
        if (method.equals("currentTimeMillis") || method.equals("nanoTime") || method.equals("now")) {
            clock(mark, written);
        } else if (root.equals("Math") && method.equals("random") || method.equals("shuffle")) {
            chance(mark, written);
        } else if (method.equals("execute") || method.equals("toURL") || method.equals("toFile")) {
            outside(mark, written);
        } else {
            return isRefused(mark, written, root);
        }
        return true;
    }

    private void clock(Mark mark, String written) {
        complaints.error(mark, "'" + written + "' reads the clock of the machine: no run could be repeated",
                "write a time of the run, such as 10.s");
    }

    private void chance(Mark mark, String written) {
        complaints.error(mark, "'" + written
                + "' draws by chance, outside the seed: no run could be repeated",
                "any(3), random(key) and distributions draw from the seed");
    }

    private void outside(Mark mark, String written) {
        complaints.error(mark, "'" + written + "' reaches outside the scenario: no run could be repeated",
                "give what it needs as params, and change them with --set");
    }
}
