package peerlab.dsl.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.engine.base.SimTime;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;

/**
 * Warns of faults that a run cannot carry out as they are written: that hit nobody, or more peers than there
 * are; that last no time, or longer than the run; and of steps that would end one where none is active.
 */
final class FaultSurprises {

    private final Census census;
    private final List<StepSpec> steps;
    private final StopSpec stop;
    private final Diagnostics diagnostics;

    FaultSurprises(Census census, List<StepSpec> steps, StopSpec stop, Diagnostics diagnostics) {
        this.census = census;
        this.steps = steps;
        this.stop = stop;
        this.diagnostics = diagnostics;
    }

    void step(StepSpec step) {
        if (step.action() instanceof ActionSpec.Inject inject) {
            who(inject.fault(), step);
            howLong(inject, step);
        } else if (step.action() instanceof ActionSpec.Heal heal) {
            heal(heal, step);
        }
    }

    private void who(FaultSpec fault, StepSpec step) {
        List<SelectorSpec> named = fault.selectors();
        List<Integer> counts = named.stream().map(who -> census.most(who, step.place())).toList();
        boolean isAgainstRest = fault instanceof FaultSpec.Partition partition
                && partition.sides().size() == 1;
        if (counts.isEmpty()) {
            return;
        }
        step.mark().ifPresent(mark -> census.remember(mark, counts.get(0)));
        if (counts.get(0) == 0 && isAgainstRest) {
            diagnostics.warning(step.place(), "'partition' cuts off nobody: " + named.get(0) + " of "
                    + census.peers() + " are none", "let there be more peers");
        } else if (counts.get(0) == 0) {
            diagnostics.warning(step.place(), "'" + fault.verb() + "' can meet nobody: " + named.get(0)
                    + " of " + census.peers() + " are none", "choose more, or let there be more peers");
        } else if (fault instanceof FaultSpec.Partition several && !isAgainstRest) {
            sides(several, step);
        } else if (isAgainstRest && named.get(0) instanceof SelectorSpec.All) {
            diagnostics.warning(step.place(), "'partition' cuts all peers off from nobody",
                    "name one side of two, such as minority");
        }
    }

    /** Peers that are written on two sides: they would be cut off from themselves. */
    private void sides(FaultSpec.Partition partition, StepSpec step) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (SelectorSpec side : partition.sides()) {
            List<String> peers = census.named(side);
            peers.stream().filter(seen::contains).forEach(twice::add);
            seen.addAll(peers);
        }
        if (!twice.isEmpty()) {
            diagnostics.warning(step.place(), "'partition' names " + twice.iterator().next()
                    + " on two sides", "write each peer on one side, or 'others' for the rest");
        }
    }

    private void howLong(ActionSpec.Inject inject, StepSpec step) {
        if (inject.span().isPresent() && inject.span().get().isZero()) {
            diagnostics.warning(step.place(), "'" + step.action().verb() + "' at " + step.when().begins()
                    + " lasts no time", "say how long, or leave 'for' out");
        } else if (inject.span().isPresent() && stop.at().isBefore(step.ends())) {
            diagnostics.warning(step.place(), "'" + step.action().verb() + "' lasts to " + step.ends()
                    + ", after the stop at " + stop.at(), "the stop cuts it short");
        }
    }

    private void heal(ActionSpec.Heal heal, StepSpec step) {
        boolean isOfFault = heal.mark().isEmpty() || steps.stream()
                .anyMatch(other -> other.action() instanceof ActionSpec.Inject
                        && other.mark().equals(heal.mark()));
        if (!isOfFault) {
            diagnostics.warning(step.place(), "'" + heal.mark().orElseThrow() + "' is no fault: 'heal' ends"
                    + " nothing", "name a fault, or end a crash with restart");
        } else if (steps.stream().noneMatch(other -> isActive(other, heal, step.when().begins()))) {
            diagnostics.warning(step.place(), "'heal' at " + step.when().begins() + " finds no fault to end",
                    "let a fault begin before it");
        }
    }

    /** Whether a step is a fault that is meant and that may be active at an instant. */
    private static boolean isActive(StepSpec step, ActionSpec.Heal heal, SimTime at) {
        boolean isMeant = step.action() instanceof ActionSpec.Inject
                && (heal.mark().isEmpty() || step.mark().equals(heal.mark()));
        return isMeant && !at.isBefore(step.when().begins())
                && !(step.hasEnd() && step.ends().isBefore(at));
    }
}
