package peerlab.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.check.Verdict;
import peerlab.engine.observe.MetricReport;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.trace.Fingerprint;

/** A run that never came to be, because a protocol could not be set up: a verdict, and nothing else. */
final class Stillborn {

    private Stillborn() {
    }

    /** The result of such a run; empty where what was thrown is no fault of a protocol. */
    static Optional<RunResult> result(ScenarioSpec spec, Throwable thrown, long wallNanos) {
        List<String> names = spec.groups().stream().map(GroupSpec::protocol).distinct().toList();
        String protocol = names.size() == 1 ? "the protocol '" + names.get(0) + "'" : "a protocol";
        return Blame.setUp(thrown, protocol).map(failure -> new RunResult(
                spec, Verdict.FAIL, List.of(), Optional.of(failure), new Fingerprint().toString(),
                SimTime.ZERO, 0, 0, new MetricReport(Map.of(), List.of()), List.of(), List.of(), wallNanos));
    }
}
