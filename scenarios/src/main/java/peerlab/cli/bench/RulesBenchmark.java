package peerlab.cli.bench;

import static peerlab.engine.script.Words.all;
import static peerlab.engine.script.Words.any;
import static peerlab.engine.script.Words.at;
import static peerlab.engine.script.Words.delay;
import static peerlab.engine.script.Words.drop;
import static peerlab.engine.script.Words.fixed;
import static peerlab.engine.script.Words.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import peerlab.engine.Simulation;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.script.Scenario;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;

/**
 * What link rules cost: runs with twenty faults of links, which lose and delay nothing, beside the same runs
 * without. Half of the rules concern every message, the other half those of a tenth of the peers.
 */
final class RulesBenchmark implements Benchmark {

    static final int RULES = 20;
    private static final int ROUNDS = 4;

    private final int floodPeers;
    private final int kademliaPeers;
    private final int lookups;

    RulesBenchmark(int floodPeers, int kademliaPeers, int lookups) {
        this.floodPeers = floodPeers;
        this.kademliaPeers = kademliaPeers;
        this.lookups = lookups;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public String summary() {
        return "runs with " + RULES + " active link rules beside the same runs without";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        List<Figure> figures = new ArrayList<>();
        progress.accept("a flood");
        figures.addAll(compare("flood", Runs.flood(floodPeers, 40), floodPeers));
        progress.accept("lookups");
        figures.addAll(compare("kademlia", Runs.kademlia(kademliaPeers, lookups), kademliaPeers));
        return figures;
    }

    private static List<Figure> compare(String what, ScenarioSpec plain, int peers) {
        Protocols protocols = Protocols.installed();
        ScenarioSpec ruled = Scenario.like(plain).timeline(rules()).spec();
        double without = Double.MAX_VALUE;
        double with = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            Runs.Timed one = Runs.time(Simulation.of(plain, protocols), peers, false);
            Runs.Timed other = Runs.time(Simulation.of(ruled, protocols), peers, false);
            if (one.delivered() != other.delivered()) {
                throw new IllegalStateException("rules that do nothing changed the run: "
                        + one.delivered() + " messages arrived, with them " + other.delivered());
            }
            without = Math.min(without, one.runSeconds());
            with = Math.min(with, other.runSeconds());
        }
        return List.of(
                new Figure("rules." + what + ".without", without, "s", "the run alone, best of " + ROUNDS),
                new Figure("rules." + what + ".with", with, "s", "with " + RULES + " rules"),
                new Figure("rules." + what + ".ratio", with / without, "x", "the second over the first"));
    }

    private static StepSpec[] rules() {
        StepSpec[] steps = new StepSpec[RULES];
        for (int i = 0; i < RULES; i++) {
            SelectorSpec who = i % 4 < 2 ? all() : any(percent(10));
            FaultSpec fault = i % 2 == 0 ? drop(who, percent(0)) : delay(who, fixed(Span.ZERO));
            steps[i] = at(Span.ZERO, fault);
        }
        return steps;
    }
}
