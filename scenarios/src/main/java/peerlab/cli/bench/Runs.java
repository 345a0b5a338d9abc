package peerlab.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.RunResult;
import peerlab.engine.Simulation;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.observe.MetricReport;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.When;

/** The scenarios that are measured, and runs of them with their set-up and their course timed apart. */
final class Runs {

    private static final SourcePlace PLACE = SourcePlace.NOWHERE;
    /** How long after the last question a run goes on, so that every answer is in. */
    private static final long REST_NANOS = 20_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Runs() {
    }

    /**
     * What a measured run gave.
     *
     * @param processorSeconds what the run took of a processor, however long it waited for one
     */
    record Timed(RunResult result, double setUpSeconds, double runSeconds, double processorSeconds,
            double heapPerPeer) {

        double delivered() {
            return number("messages.delivered");
        }

        double perSecond() {
            return delivered() / runSeconds;
        }

        double number(String metric) {
            return ((MetricReport.Scalar) result.metrics().values().get(metric)).value();
        }
    }

    /**
     * Converged Kademlia peers with k = 20 and alpha = 3 over links of 20 to 200 ms, and lookups of random
     * keys.
     */
    static ScenarioSpec kademlia(int peers, int lookups) {
        GroupSpec group = new GroupSpec(GroupSpec.UNNAMED, peers, "kademlia", Map.of("k", 20L, "alpha", 3L),
                GroupSpec.Start.CONVERGED, PLACE);
        Span pause = Span.micros(200);
        ActionSpec lookup = new ActionSpec.Operate(
                "lookup", Optional.of(new KeysSpec.Random()), Optional.empty(),
                Optional.of(pause), Optional.empty(), Map.of());
        long last = pause.nanos() * lookups;
        return scenario("kademlia", group, uniform(20, 200),
                new StepSpec(new When.During(SimTime.ZERO, new SimTime(last)), lookup, Optional.empty(),
                        PLACE),
                new SimTime(last + REST_NANOS));
    }

    /**
     * Converged Kademlia peers with k = 20 and alpha = 3 that come and go: sessions of 20 min on average,
     * five
     * away, both memoryless. All that they do is to join, and to refresh a bucket an hour.
     */
    static ScenarioSpec churn(int peers, Span span) {
        GroupSpec group = new GroupSpec(GroupSpec.UNNAMED, peers, "kademlia", Map.of("k", 20L, "alpha", 3L),
                GroupSpec.Start.CONVERGED, PLACE);
        Lives lives = Lives.Drawn.of(new Distribution.Exponential(Span.minutes(20)),
                new Distribution.Exponential(Span.minutes(5)));
        ActionSpec churn = new ActionSpec.Inject(
                new FaultSpec.Churn(new SelectorSpec.All(), lives), Optional.empty());
        return scenario("churn", group, uniform(20, 200),
                new StepSpec(new When.At(SimTime.ZERO), churn, Optional.empty(), PLACE),
                SimTime.ZERO.plus(span));
    }

    /** A flood: each peer passes what it hears first to its ten or more neighbours. */
    static ScenarioSpec flood(int peers, int rumours) {
        GroupSpec group = new GroupSpec(
                GroupSpec.UNNAMED, peers, "flood", Map.of("degree", 10L), GroupSpec.Start.FRESH, PLACE);
        Span pause = Span.millis(100);
        ActionSpec send = new ActionSpec.Operate("send", Optional.of(new KeysSpec.Fresh(1)), Optional.empty(),
                Optional.of(pause), Optional.empty(), Map.of());
        long last = pause.nanos() * rumours;
        return scenario("flood", group, uniform(20, 200),
                new StepSpec(new When.During(SimTime.ZERO, new SimTime(last)), send, Optional.empty(), PLACE),
                new SimTime(last + REST_NANOS));
    }

    /** Caches with 1,000 entries each and an origin behind them, and a trace that is asked of them. */
    static ScenarioSpec ring(int peers, int requests) {
        GroupSpec group = new GroupSpec(GroupSpec.UNNAMED, peers, "cache-ring",
                Map.of("origin", Span.millis(20)), Map.of("entries", 1000L), GroupSpec.Start.CONVERGED,
                PLACE);
        Span pause = Span.micros(20);
        ActionSpec replay = new ActionSpec.Replay("a trace", Optional.empty(), Optional.of(pause));
        return scenario("ring", group, uniform(1, 3),
                new StepSpec(new When.At(SimTime.ZERO), replay, Optional.empty(), PLACE),
                new SimTime(pause.nanos() * requests + Span.seconds(1).nanos()));
    }

    private static Distribution uniform(long least, long most) {
        return new Distribution.Uniform(Span.millis(least), Span.millis(most));
    }

    private static ScenarioSpec scenario(
            String id, GroupSpec group, Distribution latency, StepSpec step, SimTime stop) {
        return new ScenarioSpec(id, "Measured: " + id, 1, Map.of(), List.of(group),
                new NetworkSpec(latency, Ratio.NONE, PLACE), List.of(step), List.of(), RecordSpec.NOTHING,
                new StopSpec(stop, Optional.empty(), PLACE), PLACE);
    }

    /**
     * Runs a simulation; {@code measuresHeap} looks at the live heap between set-up and course, which takes a
     * while.
     */
    static Timed time(Simulation simulation, int peers, boolean measuresHeap) {
        long heapBefore = measuresHeap ? liveHeap() : 0;
        long began = System.nanoTime();
        simulation.start();
        long ready = System.nanoTime();
        double perPeer = measuresHeap ? (liveHeap() - heapBefore) / (double) peers : Double.NaN;
        long resumed = System.nanoTime();
        long usedBefore = THREADS.getCurrentThreadCpuTime();
        RunResult result = simulation.finish();
        double used = (THREADS.getCurrentThreadCpuTime() - usedBefore) / 1e9;
        double run = (System.nanoTime() - resumed) / 1e9;
        return new Timed(result, (ready - began) / 1e9, run, used, perPeer);
    }

    private static long liveHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
