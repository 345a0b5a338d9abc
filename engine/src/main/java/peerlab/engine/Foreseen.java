package peerlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import peerlab.engine.base.Numerals;
import peerlab.engine.base.Ratio;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Premises;
import peerlab.engine.protocol.Premises.Demand;
import peerlab.engine.protocol.Theory;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.KeysSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.When;

/** What theory says of a run: each protocol of its own metrics, the engine of those that every run has. */
final class Foreseen {

    private static final String RENEWAL = "Ross, Stochastic Processes, 2nd edition, 1996, theorem 3.4.4";
    private static final IntToDoubleFunction UNKNOWN = key -> 0;

    private final ScenarioSpec spec;

    Foreseen(ScenarioSpec spec) {
        this.spec = spec;
    }

    /** All of it that comes to a number. */
    List<Theory> of(List<Deployment> deployments) {
        List<Theory> all = new ArrayList<>();
        Premises premises = premises();
        deployments.forEach(deployment -> all.addAll(deployment.theory(premises)));
        steadyChurn().ifPresent(all::add);
        return all.stream().filter(Theory::hasValue).toList();
    }

    private Premises premises() {
        List<Demand> demands = new ArrayList<>();
        boolean isUndisturbed = true;
        for (StepSpec step : spec.timeline()) {
            if (step.action() instanceof ActionSpec.Operate operate) {
                demands.add(demand(operate));
            } else if (step.action() instanceof ActionSpec.Replay replay) {
                demands.add(new Demand(replay.verb(), 0, UNKNOWN, true));
            }
            isUndisturbed &= !(step.action() instanceof ActionSpec.Life)
                    && !(step.action() instanceof ActionSpec.Inject);
        }
        return new Premises(demands, isUndisturbed);
    }

    private static Demand demand(ActionSpec.Operate operate) {
        boolean writes = operate.habits().writes().filter(share -> share.value() > 0).isPresent();
        KeysSpec keys = operate.keys().orElse(null);
        if (keys instanceof KeysSpec.Popular zipf && zipf.shift() == 0) {
            return new Demand(operate.operation(), zipf.of(),
                    i -> StrictMath.pow(i + 1, -zipf.exponent()), writes);
        } else if (keys instanceof KeysSpec.Uniform uniform) {
            return new Demand(operate.operation(), uniform.of(), i -> 1, writes);
        }
        return new Demand(operate.operation(), 0, UNKNOWN, writes);
    }

    /** Of peers that come and go by laws that do not change, the share that is up in the long run. */
    private Optional<Theory> steadyChurn() {
        List<StepSpec> disturbing = spec.timeline().stream().filter(step -> touchesLives(step.action()))
                .toList();
        if (disturbing.size() != 1
                || !(disturbing.get(0).action() instanceof ActionSpec.Inject inject)
                || !(inject.fault() instanceof FaultSpec.Churn churn)
                || !(churn.lives() instanceof Lives.Drawn lives)) {
            return Optional.empty();
        }
        return count(churn.who()).map(who -> {
            int others = spec.peerCount() - who;
            When when = disturbing.get(0).when();
            double up = others + who * lives.up().value();
            String formula = "E[session] / (E[session] + E[downtime]) = "
                    + new Ratio(StrictMath.rint(lives.up().value() * 1000) / 1000) + " of " + who
                    + (others == 0 ? "" : ", and " + others + " that stay") + ": "
                    + Numerals.of(StrictMath.rint(up * 10) / 10);
            return new Theory("peers.up", up, when.begins(), disturbing.get(0).hasEnd()
                    ? disturbing.get(0).ends() : spec.stop().at(), formula, RENEWAL);
        });
    }

    private static boolean touchesLives(ActionSpec action) {
        return action instanceof ActionSpec.Life
                || action instanceof ActionSpec.Inject inject && inject.fault() instanceof FaultSpec.Churn
                || action instanceof ActionSpec.Heal;
    }

    /** How many are meant, where the words alone say it. */
    private Optional<Integer> count(SelectorSpec who) {
        int all = spec.peerCount();
        if (who instanceof SelectorSpec.All) {
            return Optional.of(all);
        } else if (who instanceof SelectorSpec.Some some) {
            return count(some.of()).map(of -> Math.min(of, some.count()));
        } else if (who instanceof SelectorSpec.Share share) {
            return count(share.of()).map(of -> share.share().value() == 0 ? 0
                    : (int) Math.max(1, Math.round(of * share.share().value())));
        } else if (who instanceof SelectorSpec.Named named) {
            return spec.groups().stream().filter(group -> group.name().equals(named.name()))
                    .map(group -> group.count()).findFirst();
        } else if (who instanceof SelectorSpec.Except except && except.of() instanceof SelectorSpec.All) {
            return count(except.without()).map(without -> all - without);
        }
        return Optional.empty();
    }
}
