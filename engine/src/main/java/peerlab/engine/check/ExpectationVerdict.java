package peerlab.engine.check;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.spec.ExpectationSpec;

/**
 * The verdict on one expectation, with what a reader needs to see why.
 *
 * @param at the instant that decided it
 * @param claim the expectation as a line, with the times of its marks: "settles within 20 s after 'the
 *     crash' (50 s): ..."
 * @param values the value of each part of the condition at that instant
 * @param cause why, a sentence a line, those that explain the one above indented; empty for a pass
 * @param lookAt the instant and the peer where looking closer pays
 */
public record ExpectationVerdict(
        ExpectationSpec expectation,
        Verdict verdict,
        Optional<SimTime> at,
        String claim,
        List<PartValue> values,
        List<String> cause,
        Optional<Evidence> lookAt) {

    /** A part of a condition and its value, as text. */
    public record PartValue(String part, String value) {
    }

    /** Where looking closer pays. */
    public record Evidence(SimTime time, Optional<String> peer) {
    }

    /**
     * The verdict on a run that broke off: what had held up to then might have failed later, so it is in
     * doubt, and earns nothing. What had failed has failed.
     */
    public ExpectationVerdict brokenOff(SimTime time) {
        if (verdict != Verdict.PASS) {
            return this;
        }
        String because = "it held until the run broke off at " + Figures.instant(time.nanos())
                + (expectation.points() > 0 ? ", and what breaks off earns nothing" : "");
        return new ExpectationVerdict(expectation, Verdict.INCONCLUSIVE, at, claim, values, List.of(because),
                lookAt);
    }

    public int points() {
        return verdict == Verdict.PASS ? expectation.points() : 0;
    }
}
