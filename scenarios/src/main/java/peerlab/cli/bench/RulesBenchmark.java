package peerlab.cli.bench;

import static peerlab.engine.script.Words.all;
import static peerlab.engine.script.Words.any;
import static peerlab.engine.script.Words.at;
import static peerlab.engine.script.Words.delay;
import static peerlab.engine.script.Words.drop;
import static peerlab.engine.script.Words.duplicate;
import static peerlab.engine.script.Words.exponential;
import static peerlab.engine.script.Words.fixed;
import static peerlab.engine.script.Words.isolate;
import static peerlab.engine.script.Words.lognormal;
import static peerlab.engine.script.Words.messagesOf;
import static peerlab.engine.script.Words.metric;
import static peerlab.engine.script.Words.millis;
import static peerlab.engine.script.Words.named;
import static peerlab.engine.script.Words.percent;
import static peerlab.engine.script.Words.reorder;
import static peerlab.engine.script.Words.uniform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import peerlab.engine.Simulation;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.script.Scenario;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;

/**
 * What link rules cost: runs with twenty faults of links of one kind, beside the same runs without. The
 * faults do their work for every message and hardly change anything, so that both runs are as long. The ratio
 * is that of processor time for each message, which others on this machine do not disturb.
 */
final class RulesBenchmark implements Benchmark {

    static final int RULES = 20;
    private static final int ROUNDS = 3;
    /** What a delay comes to in these runs: less than matters to a network of milliseconds. */
    private static final Span HARDLY = Span.micros(1);

    private final int peers;
    private final int rumours;
    private final int lookups;
    private final Map<String, IntFunction<FaultSpec>> kinds = new LinkedHashMap<>();

    RulesBenchmark(int peers, int rumours, int lookups) {
        this.peers = peers;
        this.rumours = rumours;
        this.lookups = lookups;
        kinds.put("drop", i -> drop(all(), percent(0)));
        kinds.put("duplicate", i -> duplicate(any(percent(10)), percent(0)));
        kinds.put("bursts", i -> drop(all(), percent(1e-9)).bursts(millis(200)));
        kinds.put("when", i -> drop(messagesOf(all()).when(metric("peers.up").isLessThan(1)), percent(100)));
        kinds.put("isolate", i -> isolate(named("p" + (i + 1))));
        kinds.put("delay", i -> delay(all(), fixed(HARDLY)));
        kinds.put("delayUniform", i -> delay(all(), uniform(Span.ZERO, HARDLY)));
        kinds.put("delayExponential", i -> delay(all(), exponential(HARDLY)));
        kinds.put("delayLognormal", i -> delay(all(), lognormal(HARDLY, 0.5)));
        kinds.put("reorder", i -> reorder(all(), percent(20)).by(exponential(HARDLY)));
        List<IntFunction<FaultSpec>> each = List.copyOf(kinds.values());
        kinds.put("mixed", i -> each.get(i % each.size()).apply(i));
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public String summary() {
        return "runs with " + RULES + " active link rules of each kind beside the same runs without";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(compare("kademlia", Runs.kademlia(peers, lookups), progress));
        figures.addAll(compare("flood", Runs.flood(peers, rumours), progress));
        return figures;
    }

    private List<Figure> compare(String what, ScenarioSpec plain, Consumer<String> progress) {
        List<ScenarioSpec> specs = new ArrayList<>(List.of(plain));
        kinds.forEach((kind, fault) -> specs.add(Scenario.like(plain).timeline(steps(fault)).spec()));
        double[] nanos = new double[specs.size()];
        Arrays.fill(nanos, Double.MAX_VALUE);
        for (int round = 1; round <= ROUNDS; round++) {
            progress.accept(what + ", round " + round + " of " + ROUNDS);
            for (int i = 0; i < nanos.length; i++) {
                Simulation simulation = Simulation.of(specs.get(i), Protocols.installed());
                Runs.Timed timed = Runs.time(simulation, peers, false);
                nanos[i] = Math.min(nanos[i], timed.processorSeconds() * 1e9 / timed.delivered());
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("rules." + what + ".none", nanos[0], "ns",
                "of processor time a message, best of " + ROUNDS));
        int i = 1;
        for (String kind : kinds.keySet()) {
            figures.add(new Figure("rules." + what + "." + kind, nanos[i++] / nanos[0], "x",
                    "with " + RULES + " rules, over that without"));
        }
        return figures;
    }

    private static StepSpec[] steps(IntFunction<FaultSpec> fault) {
        StepSpec[] steps = new StepSpec[RULES];
        Arrays.setAll(steps, i -> at(Span.ZERO, fault.apply(i)));
        return steps;
    }
}
