package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ActionSpec.Life;
import peerlab.engine.spec.ActionSpec.LifeVerb;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.Moment;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.RegionSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.Temporal;

/**
 * Warns of what a scenario says and a run cannot do: choose more peers than there are, restart whom nothing
 * took down, reach a mark after the end, measure what no step asks for.
 */
final class SurpriseChecks {

    private static final Set<String> OF_OPERATIONS = Set.of("started", "count", "succeeded", "failed",
            "wrong", "stale", "successRate", "latency");

    private final List<GroupSpec> groups;
    private final NetworkSpec network;
    private final List<StepSpec> steps;
    private final StopSpec stop;
    private final Diagnostics diagnostics;
    private final Map<String, Integer> marked = new LinkedHashMap<>();

    SurpriseChecks(List<GroupSpec> groups, NetworkSpec network, List<StepSpec> steps, StopSpec stop,
            Diagnostics diagnostics) {
        this.groups = groups;
        this.network = network;
        this.steps = steps;
        this.stop = stop;
        this.diagnostics = diagnostics;
    }

    void check(List<ExpectationSpec> expectations, List<ProtocolProvider> protocols) {
        steps.forEach(this::step);
        Map<String, SimTime> lastOf = new LinkedHashMap<>();
        steps.forEach(step -> step.mark().ifPresent(mark ->
                reached(step).ifPresent(time -> lastOf.put(mark, time))));
        for (ExpectationSpec expectation : expectations) {
            moments(expectation.temporal()).forEach(moment -> mark(moment, lastOf, expectation.place()));
            requireAsked(expectation, protocols);
        }
    }

    // Who is meant.

    private void step(StepSpec step) {
        if (step.action() instanceof Life life) {
            int most = most(life.who(), step.place());
            step.mark().ifPresent(mark -> marked.put(mark, most));
            life(life, most, step);
        } else if (step.action() instanceof ActionSpec.Inject inject
                && inject.fault() instanceof FaultSpec.Partition partition) {
            partition(partition, step);
        } else if (step.action() instanceof ActionSpec.Operate operate) {
            operate.from().ifPresent(from -> most(from, step.place()));
        } else if (step.action() instanceof ActionSpec.Replay replay) {
            replay.from().ifPresent(from -> most(from, step.place()));
        } else if (step.action() instanceof ActionSpec.Heal && faultsBefore(step) == 0) {
            diagnostics.warning(step.place(), "'heal' at " + step.when().begins() + " finds no fault to end",
                    "let a fault begin before it");
        }
    }

    private void life(Life life, int most, StepSpec step) {
        boolean needsDown = life.change() == LifeVerb.RESTART;
        if (needsDown && livesBefore(step, LifeVerb.CRASH) == 0) {
            diagnostics.warning(step.place(), "'restart' at " + step.when().begins()
                    + " meets nobody: no step before it crashes a peer", "crash somebody first");
        } else if (most == 0) {
            diagnostics.warning(step.place(), "'" + step.action().verb() + "' can meet nobody: "
                    + life.who() + " of " + peers() + " are none", "choose more, or let there be more peers");
        }
    }

    private void partition(FaultSpec.Partition partition, StepSpec step) {
        if (partition.sides().size() == 1) {
            int most = most(partition.sides().get(0), step.place());
            if (most == 0) {
                diagnostics.warning(step.place(), "'partition' cuts off nobody: "
                        + partition.sides().get(0) + " of " + peers() + " are none",
                        "let there be more peers");
            } else if (partition.sides().get(0) instanceof SelectorSpec.All) {
                diagnostics.warning(step.place(), "'partition' cuts all peers off from nobody",
                        "name one side of two, such as minority");
            }
        } else {
            partition.sides().forEach(side -> most(side, step.place()));
        }
    }

    private long faultsBefore(StepSpec step) {
        return steps.stream().filter(other -> other.action() instanceof ActionSpec.Inject)
                .filter(other -> !step.when().begins().isBefore(other.when().begins())).count();
    }

    private long livesBefore(StepSpec step, LifeVerb verb) {
        return steps.stream().filter(other -> other.action() instanceof Life life && life.change() == verb)
                .filter(other -> !step.when().begins().isBefore(other.when().begins())).count();
    }

    private int peers() {
        return groups.stream().mapToInt(GroupSpec::count).sum();
    }

    /** How many peers a selector can mean at most; says where it asks for more. */
    private int most(SelectorSpec who, SourcePlace place) {
        if (who instanceof SelectorSpec.Some some) {
            int of = most(some.of(), place);
            if (some.count() > of && of > 0) {
                diagnostics.warning(place, "'" + who + "' asks for " + some.count() + " of " + of
                        + (of == 1 ? " peer" : " peers"), "all " + of + " are chosen then");
            }
            return Math.min(some.count(), of);
        } else if (who instanceof SelectorSpec.Share share) {
            int of = most(share.of(), place);
            return share.share().value() == 0 ? 0 : of;
        } else if (who instanceof SelectorSpec.Minority) {
            return (peers() - 1) / 2;
        } else if (who instanceof SelectorSpec.Closest closest) {
            if (closest.count() > peers()) {
                diagnostics.warning(place, "'" + who + "' asks for " + closest.count() + " of " + peers()
                        + " peers", "all are chosen then");
            }
            return Math.min(closest.count(), peers());
        } else if (who instanceof SelectorSpec.Except except) {
            boolean isNobody = except.of().equals(except.without())
                    || except.without() instanceof SelectorSpec.All;
            return isNobody ? 0 : most(except.of(), place);
        } else if (who instanceof SelectorSpec.Named named) {
            return groups.stream().filter(group -> group.name().equals(named.name()))
                    .mapToInt(GroupSpec::count).findFirst().orElseGet(() ->
                            regional(named.name()).orElse(marked.getOrDefault(named.name(), 1)));
        } else if (who instanceof SelectorSpec.Numbered numbered) {
            return numbered.last() - numbered.first() + 1;
        } else if (who instanceof SelectorSpec.Leader) {
            return 1;
        }
        return peers();
    }

    /** How many live in a region at most; empty for what is none. */
    private Optional<Integer> regional(String name) {
        return network.regions().stream().filter(region -> region.name().equals(name)).findFirst()
                .map(region -> region.population() instanceof RegionSpec.Share share
                        ? (int) Math.ceil(share.share().value() * peers())
                        : region.population() instanceof RegionSpec.Count count ? count.count() : peers());
    }

    // When it happens.

    /** When the last peer or key of a step has its turn, as far as the file tells. */
    private Optional<SimTime> reached(StepSpec step) {
        Optional<Long> pause = Optional.empty();
        int turns = 1;
        if (step.action() instanceof Life life) {
            pause = life.every().map(every -> every.nanos());
            turns = certain(life.who());
        } else if (step.action() instanceof ActionSpec.Operate operate
                && step.when() instanceof peerlab.engine.spec.When.At) {
            pause = operate.every().map(every -> every.nanos());
            turns = operate.keys().filter(KeysSpec.Fresh.class::isInstance)
                    .map(keys -> ((KeysSpec.Fresh) keys).count()).orElse(1);
        }
        long begins = step.when().begins().nanos();
        if (pause.isEmpty() || turns < 2 || pause.get() > (Long.MAX_VALUE - begins) / turns) {
            return Optional.empty();
        }
        return Optional.of(new SimTime(begins + pause.get() * (turns - 1)));
    }

    /** How many a selector means for certain. */
    private int certain(SelectorSpec who) {
        if (who instanceof SelectorSpec.All) {
            return peers();
        } else if (who instanceof SelectorSpec.Some some && some.of() instanceof SelectorSpec.All) {
            return Math.min(some.count(), peers());
        }
        return who instanceof SelectorSpec.Numbered numbered ? numbered.last() - numbered.first() + 1 : 1;
    }

    private static List<Moment> moments(Temporal temporal) {
        List<Moment> moments = new ArrayList<>();
        if (temporal instanceof Temporal.Always always) {
            always.after().ifPresent(moments::add);
            always.until().ifPresent(moments::add);
        } else if (temporal instanceof Temporal.Never never) {
            never.after().ifPresent(moments::add);
            never.until().ifPresent(moments::add);
        } else if (temporal instanceof Temporal.Eventually eventually) {
            eventually.after().ifPresent(moments::add);
        } else if (temporal instanceof Temporal.Settles settles) {
            settles.after().ifPresent(moments::add);
        } else if (temporal instanceof Temporal.LeadsTo leads) {
            leads.after().ifPresent(moments::add);
            leads.until().ifPresent(moments::add);
        }
        return moments;
    }

    private void mark(Moment moment, Map<String, SimTime> lastOf, SourcePlace place) {
        if (moment instanceof Moment.Mark mark && lastOf.containsKey(mark.name())
                && stop.at().isBefore(lastOf.get(mark.name()))) {
            diagnostics.warning(place, "'" + mark.name() + "' is over at " + lastOf.get(mark.name())
                    + ", after the stop at " + stop.at() + ": it is never reached",
                    "stop later, or shorten the step");
        }
    }

    // What is measured.

    private void requireAsked(ExpectationSpec expectation, List<ProtocolProvider> protocols) {
        boolean canAskAnything = steps.stream().anyMatch(step -> step.action() instanceof ActionSpec.Replay);
        if (canAskAnything) {
            return;
        }
        Set<String> asked = new LinkedHashSet<>();
        steps.forEach(step -> {
            if (step.action() instanceof ActionSpec.Operate operate) {
                asked.add(operate.operation());
            }
        });
        List<Expression.Metric> metrics = new ArrayList<>();
        metrics(expectation.condition(), metrics);
        for (Expression.Metric metric : metrics) {
            int dot = metric.name().indexOf('.');
            String plural = dot < 0 ? metric.name() : metric.name().substring(0, dot);
            String measure = dot < 0 ? "" : metric.name().substring(dot + 1).split("\\.")[0];
            Optional<Operation> operation = protocols.stream().flatMap(p -> p.operations().stream())
                    .filter(o -> o.plural().equals(plural)).findFirst();
            if (operation.isPresent() && OF_OPERATIONS.contains(measure)
                    && !asked.contains(operation.get().name())) {
                diagnostics.warning(metric.place(), "'" + metric + "' measures nothing: no step has a '"
                        + operation.get().name() + "'", "let somebody " + operation.get().name()
                        + " in the timeline");
            }
        }
    }

    private static void metrics(Expression part, List<Expression.Metric> metrics) {
        if (part instanceof Expression.Metric metric) {
            metrics.add(metric);
        } else if (part instanceof Expression.Comparison comparison) {
            metrics(comparison.left(), metrics);
            metrics(comparison.right(), metrics);
        } else if (part instanceof Expression.Arithmetic arithmetic) {
            metrics(arithmetic.left(), metrics);
            metrics(arithmetic.right(), metrics);
        } else if (part instanceof Expression.Logic logic) {
            metrics(logic.left(), metrics);
            metrics(logic.right(), metrics);
        } else if (part instanceof Expression.Not not) {
            metrics(not.operand(), metrics);
        }
    }
}
