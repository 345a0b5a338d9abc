package peerlab.dsl.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.SimTime;
import peerlab.engine.protocol.Operation;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ActionSpec.Life;
import peerlab.engine.spec.ActionSpec.LifeVerb;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.When;

/**
 * Warns of steps that come too late or too early: whose last turn is after the stop, that happen when the run
 * is over, that want keys which nobody has put yet, or peers that a later step chooses.
 */
final class TurnSurprises {

    private final Census census;
    private final List<StepSpec> steps;
    private final StopSpec stop;
    private final List<Operation> operations;
    private final Diagnostics diagnostics;
    private final Map<String, SimTime> chosen = new LinkedHashMap<>();

    TurnSurprises(Census census, List<StepSpec> steps, StopSpec stop, List<Operation> operations,
            Diagnostics diagnostics) {
        this.census = census;
        this.steps = steps;
        this.stop = stop;
        this.operations = operations;
        this.diagnostics = diagnostics;
        steps.forEach(step -> step.mark().ifPresent(mark -> chosen.put(mark, step.when().begins())));
    }

    void step(StepSpec step) {
        boolean isSeen = step.action() instanceof ActionSpec.Snapshot
                || !step.when().begins().equals(stop.at());
        if (step.when() instanceof When.At && !isSeen) {
            diagnostics.warning(step.place(), "'" + step.action().verb() + "' at " + stop.at()
                    + ", when the run stops: nothing of it is seen", "stop later");
        }
        boolean areAllTaken = !(step.action() instanceof Life life) || life.change() == LifeVerb.JOIN;
        last(step).filter(last -> areAllTaken && stop.at().isBefore(last)).ifPresent(last ->
                diagnostics.warning(step.place(), "the last of '" + step.action().verb()
                        + "' has its turn at " + last + ", after the stop at " + stop.at(),
                        "stop later, or shorten 'every'"));
        if (step.action() instanceof ActionSpec.Operate operate) {
            keys(operate, step);
        }
    }

    /** Whether a step means peers that are chosen later than it; that is said. */
    boolean isTooEarly(SelectorSpec who, StepSpec step) {
        if (!(who instanceof SelectorSpec.Named named) || census.isFixed(named)
                || !chosen.containsKey(named.name())
                || !step.when().begins().isBefore(chosen.get(named.name()))) {
            return false;
        }
        diagnostics.warning(step.place(), "'" + step.action().verb() + "' at " + step.when().begins()
                + " meets nobody: '" + named.name() + "' are chosen at " + chosen.get(named.name()),
                "let the step that chooses them come first");
        return true;
    }

    /** When the last peer or key of a step has its turn, as far as the file tells. */
    Optional<SimTime> last(StepSpec step) {
        Optional<Long> pause = Optional.empty();
        int turns = 1;
        if (step.action() instanceof Life life) {
            pause = life.every().map(every -> every.nanos());
            turns = census.certain(life.who());
        } else if (step.action() instanceof ActionSpec.Operate operate && step.when() instanceof When.At) {
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

    /** Who asks for keys that have been put needs somebody to put them. */
    private void keys(ActionSpec.Operate operate, StepSpec step) {
        boolean needsPut = operate.keys().filter(TurnSurprises::wantsPut).isPresent();
        SimTime until = step.when() instanceof When.During window ? window.to() : step.when().begins();
        if (needsPut && steps.stream().noneMatch(other -> puts(other) && !until.isBefore(begins(other)))) {
            Spelling spelling = Spelling.of(step.place());
            diagnostics.warning(step.place(), "'" + operate.verb() + "' asks for '"
                    + operate.keys().orElseThrow() + "', and no step has put one by " + until,
                    "put some before: " + (spelling == Spelling.GROOVY ? "put keys(100)" : "put: 100 keys"));
        }
    }

    private static SimTime begins(StepSpec step) {
        return step.when().begins();
    }

    private static boolean wantsPut(KeysSpec keys) {
        return keys instanceof KeysSpec.AnyPut || keys instanceof KeysSpec.Zipf;
    }

    private boolean puts(StepSpec step) {
        if (step.action() instanceof ActionSpec.Operate operate) {
            boolean isWrite = operate.habits().writes().isPresent() || operations.stream().anyMatch(each ->
                    each.name().equals(operate.operation()) && each.effect() == Operation.Effect.WRITES);
            return isWrite && operate.keys().filter(keys -> !wantsPut(keys)).isPresent();
        }
        return step.action() instanceof ActionSpec.Replay;
    }
}
