package peerlab.reports.console;

import peerlab.engine.check.Verdict;

/**
 * What became of several runs together.
 *
 * @param refused those that could not be run: their files are wrong
 */
public record Tally(int passed, int failed, int inconclusive, int refused) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally plus(Verdict verdict) {
        return switch (verdict) {
            case PASS -> new Tally(passed + 1, failed, inconclusive, refused);
            case FAIL -> new Tally(passed, failed + 1, inconclusive, refused);
            case INCONCLUSIVE -> new Tally(passed, failed, inconclusive + 1, refused);
        };
    }

    public Tally plusRefused() {
        return new Tally(passed, failed, inconclusive, refused + 1);
    }

    public int total() {
        return passed + failed + inconclusive + refused;
    }

    /** {@code 12 scenarios: 10 passed, 1 failed, 1 inconclusive}. */
    @Override
    public String toString() {
        return of("scenario", "scenarios");
    }

    /** The same of other things: {@code 12 runs: 10 passed, 1 failed, 1 inconclusive}. */
    public String of(String one, String many) {
        return total() + " " + (total() == 1 ? one : many) + ": "
                + passed + " passed, " + failed + " failed, "
                + inconclusive + " inconclusive" + (refused == 0 ? "" : ", " + refused + " not run");
    }
}
