package peerlab.engine.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.LatencyMatrix;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.script.Words;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ActionSpec.Life;
import peerlab.engine.spec.ActionSpec.LifeVerb;
import peerlab.engine.spec.BandwidthSpec;
import peerlab.engine.spec.BetweenSpec;
import peerlab.engine.spec.ConnectionsSpec;
import peerlab.engine.spec.CorruptSpec;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.JitterSpec;
import peerlab.engine.spec.LatencySpec;
import peerlab.engine.spec.LossSpec;
import peerlab.engine.spec.MishapSpec;
import peerlab.engine.spec.NatSpec;
import peerlab.engine.spec.NetworkProfiles;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.RegionSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.When;

/**
 * A scenario thrown for: groups of peers, a network, a timeline of lives, questions and faults that overlap.
 * All faults are over at {@link #HEALED}, and the run goes on for a while.
 */
public final class RandomScenario {

    /** From here on nothing is wrong any more. */
    public static final SimTime HEALED = SimTime.ZERO.plus(Span.seconds(8));
    private static final Span END = Span.seconds(10);
    private static final int LAST_BEGINNING = 7_000;
    private static final int LAST_END = 7_900;
    private static final String MARK = "the mark";
    private static final SourcePlace PLACE = SourcePlace.NOWHERE;

    private final Dice dice;
    private final List<GroupSpec> groups;

    private RandomScenario(RandomSource random) {
        this.groups = groups(new Dice(random.stream("groups"), List.of()));
        List<String> names = new ArrayList<>(List.of("p1", MARK));
        groups.forEach(group -> names.addAll(List.of(group.name(), group.name() + group.count())));
        this.dice = new Dice(random, names);
    }

    /** The scenario of a seed; it runs with that seed as well. */
    public static ScenarioSpec of(long seed) {
        RandomSource random = new RandomSource(seed).stream("random scenario");
        return new RandomScenario(random).spec(seed);
    }

    private ScenarioSpec spec(long seed) {
        return new ScenarioSpec("random-" + seed, "Whatever goes wrong, nothing breaks", seed, Map.of(),
                groups, List.of(), network(), timeline(), expectations(),
                new RecordSpec(false, false, Optional.of(Span.millis(1_500)), PLACE),
                new StopSpec(SimTime.ZERO.plus(END), Optional.empty(), PLACE), PLACE);
    }

    private static List<GroupSpec> groups(Dice dice) {
        List<GroupSpec> groups = new ArrayList<>();
        int first = dice.oneOf(List.of(1, 2, 3, 5, 8, 12, 20));
        groups.add(group(GroupSpec.UNNAMED, first, dice));
        if (dice.chance(0.4)) {
            groups.add(group("edge", dice.between(1, 5), dice));
        }
        return groups;
    }

    private static GroupSpec group(String name, int count, Dice dice) {
        GroupSpec group = Words.group(count, "chatter").as(name).with("beat", dice.span(150, 900));
        return dice.chance(0.2) ? group.converged() : group;
    }

    // The network.

    private NetworkSpec network() {
        if (dice.chance(0.15)) {
            return dice.oneOf(NetworkProfiles.all());
        }
        NetworkSpec network = NetworkSpec.DEFAULT.with(dice.chance(0.2) ? measured()
                        : new LatencySpec.Drawn(dice.law(120), dice.chance(0.2)))
                .inOrder(dice.chance(0.2));
        network = dice.chance(0.3) ? network.with(loss()) : network;
        network = dice.chance(0.2) ? network.with(new JitterSpec.Drawn(dice.law(20))) : network;
        network = dice.chance(0.2) ? network.duplicating(mishap()) : network;
        network = dice.chance(0.2) ? network.reordering(mishap()) : network;
        network = dice.chance(0.2) ? network.with(new CorruptSpec(dice.ratio(), dice.chance(0.5))) : network;
        network = dice.chance(0.3) ? network.withLines(lines()) : network;
        network = dice.chance(0.2) ? network.with(new ConnectionsSpec(
                dice.between(0, 3), dice.perhaps(0.5, () -> dice.span(100, 3_000)))) : network;
        network = dice.chance(0.2) ? network.with(new NatSpec(dice.who(), dice.span(50, 3_000))) : network;
        return dice.chance(0.2) ? inRegions(network) : network;
    }

    private LatencySpec measured() {
        int places = dice.between(1, 6);
        int[] micros = new int[places * places];
        Arrays.setAll(micros, i -> dice.between(0, 90_000));
        return new LatencySpec.Measured("places.csv", new LatencyMatrix(places, micros));
    }

    private LossSpec loss() {
        LossSpec loss = new LossSpec(Ratio.percent(dice.between(1, 20)));
        return dice.chance(0.5) ? loss
                : new LossSpec(loss.share(), Optional.of(dice.span(10, 500)), Optional.empty());
    }

    private MishapSpec mishap() {
        return new MishapSpec(dice.ratio(), dice.perhaps(0.5, () -> dice.law(300)));
    }

    private List<BandwidthSpec> lines() {
        List<BandwidthSpec> lines = new ArrayList<>();
        for (int i = dice.between(1, 2); i > 0; i--) {
            lines.add(new BandwidthSpec(
                    dice.perhaps(0.7, dice::bandwidth), dice.perhaps(0.7, dice::bandwidth),
                    dice.perhaps(0.4, dice::bytes), dice.perhaps(0.5, dice::who), PLACE));
        }
        return lines;
    }

    private NetworkSpec inRegions(NetworkSpec network) {
        return network.withRegions(
                List.of(new RegionSpec("east", new RegionSpec.Share(Ratio.percent(50))),
                        new RegionSpec("west", new RegionSpec.Count(dice.between(0, 3)))),
                List.of(new BetweenSpec("east", "west", dice.chance(0.3), dice.law(200)),
                        new BetweenSpec("east", "east", false, dice.law(20))));
    }

    // What happens.

    private List<StepSpec> timeline() {
        List<StepSpec> steps = new ArrayList<>();
        // the name means somebody, if only nobody, from the start
        steps.add(step(new When.At(SimTime.ZERO), new ActionSpec.Snapshot("begun")).as(MARK));
        for (int i = dice.between(3, 16); i > 0; i--) {
            steps.add(step());
        }
        steps.sort(Comparator.comparing(step -> step.when().begins()));
        steps.add(step(new When.At(HEALED), new ActionSpec.Heal(Optional.empty())));
        return steps;
    }

    private StepSpec step() {
        StepSpec step = switch (dice.below(10)) {
            case 0, 1, 2 -> life();
            case 3, 4 -> question();
            case 5 -> dice.chance(0.5) ? step(at(), new ActionSpec.Snapshot("picture"))
                    : step(at(), new ActionSpec.Heal(dice.perhaps(0.5, () -> MARK)));
            default -> fault();
        };
        return dice.chance(0.3) ? step.as(MARK) : step;
    }

    private When at() {
        return new When.At(dice.time(0, LAST_BEGINNING));
    }

    private When window() {
        SimTime from = dice.time(0, LAST_BEGINNING);
        int begins = (int) (from.nanos() / 1_000_000) + 1;
        return new When.During(from, dice.chance(0.1) ? from : dice.time(begins, LAST_END));
    }

    private static StepSpec step(When when, ActionSpec action) {
        return new StepSpec(when, action, Optional.empty(), PLACE);
    }

    private StepSpec life() {
        LifeVerb verb = dice.oneOf(List.of(LifeVerb.values()));
        return step(at(), new Life(verb, dice.who(), dice.perhaps(0.3, dice::who),
                dice.perhaps(0.4, () -> dice.span(0, 400)), dice.chance(0.7)));
    }

    private StepSpec question() {
        String operation = dice.oneOf(List.of("put", "get", "poke"));
        boolean isRepeated = dice.chance(0.5);
        ActionSpec.Operate ask = new ActionSpec.Operate(operation, Optional.of(dice.keys()),
                dice.perhaps(0.6, dice::who),
                isRepeated ? Optional.of(dice.span(40, 400)) : Optional.empty(),
                operation.equals("put") ? dice.perhaps(0.4, dice::bytes) : Optional.empty(), Map.of());
        return step(isRepeated && dice.chance(0.7) ? window() : at(), ask);
    }

    private StepSpec fault() {
        ActionSpec open = new ActionSpec.Inject(FaultTable.any(dice), Optional.empty());
        if (dice.chance(0.6)) {
            return step(window(), open);
        }
        When at = at();
        boolean hasEnd = dice.chance(0.7);
        int rest = LAST_END - (int) (at.begins().nanos() / 1_000_000);
        return step(at, new ActionSpec.Inject(((ActionSpec.Inject) open).fault(),
                hasEnd ? Optional.of(dice.span(0, rest)) : Optional.empty()));
    }

    private List<ExpectationSpec> expectations() {
        return List.of(
                Words.always(Words.property("nobody keeps nothing")),
                Words.atEnd(Words.metric("messages.delivered").isAtLeast(0)),
                Words.settles(Span.seconds(3), Words.metric("chatter.known").isAtLeast(0)).after(MARK),
                Words.never(Words.metric("peers.up").isMoreThan(1_000)));
    }
}
