package peerlab.grading;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.RunResult;
import peerlab.engine.check.ExpectationVerdict;
import peerlab.engine.check.Verdict;
import peerlab.engine.observe.MetricReport;

/** A scenario that has been played with a student's code, as a graded spec asks about it. */
public record Played(RunResult result) {

    /**
     * Why it did not pass: what the code threw, and each expectation that was not met, with its cause. Empty
     * for a pass.
     */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        result.failure().ifPresent(failure -> {
            complaints.add(failure.sentence());
            complaints.addAll(failure.detail());
        });
        for (ExpectationVerdict verdict : result.expectations()) {
            if (verdict.verdict() != Verdict.PASS && result.failure().isEmpty()) {
                complaints.add(verdict.claim());
                complaints.addAll(verdict.cause());
            }
        }
        return complaints;
    }

    /** The last value of a metric; of a distribution its mean. */
    public double metric(String name) {
        MetricReport.Value value = result.metrics().values().get(name);
        if (value instanceof MetricReport.Scalar scalar) {
            return scalar.value();
        } else if (value instanceof MetricReport.Summary summary) {
            return summary.mean();
        }
        throw new IllegalArgumentException(
                "no metric '" + name + "' in this run; there are " + result.metrics().values().keySet());
    }

    @Override
    public String toString() {
        return result.verdict() + " of " + result.spec().id() + " with seed " + result.spec().seed();
    }
}
