package peerlab.engine.invariants;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import peerlab.engine.base.Drift;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Span;
import peerlab.engine.spec.Between;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.SelectorSpec;

/** How each fault is thrown for. A fault without an entry here is found out by {@link #forgotten}. */
public final class FaultTable {

    private static final Map<Class<?>, Function<Dice, FaultSpec>> THROWS = new LinkedHashMap<>();

    static {
        entry(FaultSpec.Partition.class, dice -> {
            List<SelectorSpec> sides = dice.chance(0.5) ? List.of(dice.who())
                    : List.of(dice.who(), dice.who());
            return new FaultSpec.Partition(sides, dice.chance(0.3), dice.perhaps(0.3, dice::who),
                    dice.perhaps(0.3, () -> dice.steadyLaw(600)));
        });
        entry(FaultSpec.Isolate.class, dice -> new FaultSpec.Isolate(dice.who(),
                dice.oneOf(List.of(FaultSpec.Direction.values()))));
        entry(FaultSpec.Pause.class, dice -> new FaultSpec.Pause(dice.who()));
        entry(FaultSpec.Slow.class, dice -> new FaultSpec.Slow(dice.who(), dice.law(300)));
        entry(FaultSpec.Skew.class, dice -> new FaultSpec.Skew(dice.who(),
                new Between<>(new Offset(-dice.below(500_000_000)), new Offset(dice.below(500_000_000))),
                dice.chance(0.5) ? Between.just(Drift.NONE)
                        : new Between<>(new Drift(-400_000), new Drift(dice.below(900_000)))));
        entry(FaultSpec.Churn.class, dice -> new FaultSpec.Churn(dice.who(),
                dice.chance(0.3) ? dice.recorded(List.of("p1", "p2", "p3"))
                        : Lives.Drawn.of(dice.steadyLaw(2_000), dice.steadyLaw(1_500)),
                dice.perhaps(0.3, dice::who),
                dice.ratio(), dice.chance(0.7), dice.chance(0.5)));
        entry(FaultSpec.Drop.class, dice -> {
            FaultSpec.Drop drop = new FaultSpec.Drop(dice.messages(), dice.ratio());
            return dice.chance(0.4) ? drop.bursts(dice.span(1, 800)) : drop;
        });
        entry(FaultSpec.Delay.class, dice -> new FaultSpec.Delay(dice.messages(), dice.law(700)));
        entry(FaultSpec.Duplicate.class, dice -> new FaultSpec.Duplicate(dice.messages(), dice.ratio(),
                dice.perhaps(0.5, () -> dice.law(500))));
        entry(FaultSpec.Reorder.class, dice -> new FaultSpec.Reorder(dice.messages(), dice.ratio(),
                dice.perhaps(0.5, () -> dice.law(500))));
        entry(FaultSpec.Corrupt.class, dice ->
                new FaultSpec.Corrupt(dice.messages(), dice.ratio(), dice.chance(0.6)));
        entry(FaultSpec.Throttle.class, dice -> new FaultSpec.Throttle(dice.who(), dice.bandwidth()));
        entry(FaultSpec.Byzantine.class, FaultTable::byzantine);
    }

    private FaultTable() {
    }

    private static <F extends FaultSpec> void entry(Class<F> kind, Function<Dice, FaultSpec> thrown) {
        THROWS.put(kind, thrown);
    }

    private static FaultSpec byzantine(Dice dice) {
        String behaviour = dice.oneOf(List.of("silent", "drops", "replays", "delays", "floods"));
        boolean isFlood = behaviour.equals("floods");
        boolean takesTime = behaviour.equals("delays") || behaviour.equals("replays") && dice.chance(0.5);
        return new FaultSpec.Byzantine(dice.who(), behaviour,
                isFlood || behaviour.equals("silent") ? Optional.empty() : dice.perhaps(0.4, dice::ratio),
                takesTime ? Optional.of(dice.law(800)) : Optional.empty(),
                isFlood ? Optional.of(Span.millis(dice.between(30, 200))) : Optional.empty(),
                dice.perhaps(0.3, dice::who), Optional.empty(), Optional.empty(),
                isFlood ? Optional.empty() : dice.perhaps(0.3, () -> "Talk"));
    }

    /** Any fault, each kind as likely as another. */
    static FaultSpec any(Dice dice) {
        return dice.oneOf(List.copyOf(THROWS.values())).apply(dice);
    }

    /** The faults that the engine knows and nobody throws for. */
    public static Set<Class<?>> forgotten() {
        Set<Class<?>> all = kinds(FaultSpec.class);
        all.removeAll(THROWS.keySet());
        return all;
    }

    /** All records below a sealed type. */
    public static Set<Class<?>> kinds(Class<?> sealed) {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                kinds.addAll(kinds(kind));
            } else {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
