package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ActionSpec.Life;
import peerlab.engine.spec.ActionSpec.LifeVerb;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.Moment;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.Temporal;

/**
 * Warns of what a scenario says and a run cannot do: choose more peers than there are, restart whom nothing
 * took down, reach a mark after the end, measure what no step asks for.
 */
final class SurpriseChecks {

    private final Census census;
    private final FaultSurprises faults;
    private final TurnSurprises turns;
    private final ConditionSurprises conditions;
    private final List<StepSpec> steps;
    private final SimTime firstCrash;
    private final StopSpec stop;
    private final Diagnostics diagnostics;

    /** @param isVaried whether this is one run of several, with other values */
    SurpriseChecks(List<GroupSpec> groups, NetworkSpec network, List<StepSpec> steps, StopSpec stop,
            List<ProtocolProvider> protocols, boolean isVaried, Diagnostics diagnostics) {
        this.census = new Census(groups, network, protocols, isVaried, diagnostics);
        this.faults = new FaultSurprises(census, steps, stop, diagnostics);
        List<Operation> operations =
                protocols.stream().flatMap(protocol -> protocol.operations().stream()).toList();
        this.turns = new TurnSurprises(census, steps, stop, operations, diagnostics);
        this.conditions = new ConditionSurprises(census, steps, stop, operations, diagnostics);
        this.steps = steps;
        this.firstCrash = firstCrash(steps);
        this.stop = stop;
        this.diagnostics = diagnostics;
    }

    void check(List<ExpectationSpec> expectations) {
        steps.forEach(this::step);
        Map<String, SimTime> lastOf = new LinkedHashMap<>();
        steps.forEach(step -> step.mark().ifPresent(mark ->
                turns.last(step).ifPresent(time -> lastOf.put(mark, time))));
        for (ExpectationSpec expectation : expectations) {
            moments(expectation.temporal()).forEach(moment -> mark(moment, lastOf, expectation.place()));
            conditions.check(expectation);
        }
        conditions.check(stop);
    }

    // Who is meant.

    private void step(StepSpec step) {
        if (step.action() instanceof Life life) {
            int most = census.most(life.who(), step.place());
            step.mark().ifPresent(mark -> census.remember(mark, most));
            life(life, most, step);
        } else if (step.action() instanceof ActionSpec.Operate operate) {
            operate.from().ifPresent(from -> census.most(from, step.place()));
        } else if (step.action() instanceof ActionSpec.Replay replay) {
            replay.from().ifPresent(from -> census.most(from, step.place()));
        } else {
            faults.step(step);
        }
        turns.step(step);
    }

    private void life(Life life, int most, StepSpec step) {
        if (turns.isTooEarly(life.who(), step)) {
            return;
        }
        boolean needsDown = life.change() == LifeVerb.RESTART;
        boolean isTooEarly = waits(life) ? stop.at().isBefore(firstCrash)
                : step.when().begins().isBefore(firstCrash);
        if (needsDown && isTooEarly) {
            diagnostics.warning(step.place(), "'restart' at " + step.when().begins()
                    + " meets nobody: no step before it crashes a peer", "crash somebody first");
        } else if (most == 0) {
            diagnostics.warning(step.place(), "'" + step.action().verb() + "' can meet nobody: "
                    + life.who() + " of " + census.peers() + " are none",
                    "choose more, or let there be more peers");
        } else if (life.change() == LifeVerb.CRASH && life.who() instanceof SelectorSpec.Down) {
            diagnostics.warning(step.place(), "'crash' of those who are down changes nothing",
                    "say who of those that are up crashes");
        } else if (life.who() instanceof SelectorSpec.Others) {
            diagnostics.warning(step.place(), "'others' are all peers here: nobody is named before them",
                    "write all, or say who is left out");
        }
    }

    /** A repeated restart of those named goes on until each of them has been down. */
    private static boolean waits(Life life) {
        return life.every().isPresent() && (life.who() instanceof SelectorSpec.Named
                || life.who() instanceof SelectorSpec.Numbered);
    }

    /** The end of all time where nothing takes anybody down. */
    private static SimTime firstCrash(List<StepSpec> steps) {
        return steps.stream().filter(step -> step.action() instanceof Life life
                && life.change() == LifeVerb.CRASH || step.action() instanceof ActionSpec.Inject inject
                        && inject.fault() instanceof FaultSpec.Churn)
                .map(step -> step.when().begins()).min(Comparator.naturalOrder())
                .orElse(new SimTime(Long.MAX_VALUE));
    }

    // When it happens.

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
}
