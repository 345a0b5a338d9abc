package peerlab.engine;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.check.ExpectationVerdict;
import peerlab.engine.check.Verdict;
import peerlab.engine.observe.MetricReport;
import peerlab.engine.observe.Topology;
import peerlab.engine.spec.ScenarioSpec;

/**
 * A finished run. All but {@code wallNanos} is the same each time the same scenario runs with the same seed.
 *
 * @param failure why the run ended before its time, if it did
 * @param fingerprint 16 hexadecimal digits over all that happened
 * @param ended the last instant that was simulated
 * @param messages how many were sent
 * @param notes what would surprise a reader: a step that met nobody, peers that never joined
 * @param wallNanos how long the simulation itself took on this machine
 */
public record RunResult(
        ScenarioSpec spec,
        Verdict verdict,
        List<ExpectationVerdict> expectations,
        Optional<RunFailure> failure,
        String fingerprint,
        SimTime ended,
        long events,
        long messages,
        MetricReport metrics,
        List<NamedTopology> snapshots,
        List<String> notes,
        long wallNanos) {

    /** A topology with the name that it was taken under. */
    public record NamedTopology(String name, Topology topology) {
    }

    public int points() {
        return expectations.stream().mapToInt(ExpectationVerdict::points).sum();
    }
}
