package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Operation;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.Temporal;

/**
 * Warns of conditions that can come to one end only: about what no step asks for, about nothing of the run,
 * about a window that the run does not fill, or about a count that is below zero.
 */
final class ConditionSurprises {

    private static final Set<String> OF_OPERATIONS = Set.of("started", "count", "succeeded", "failed",
            "wrong", "stale", "successRate", "latency");
    private static final Set<String> COUNTED = Set.of("messages", "peers");

    private final Census census;
    private final List<StepSpec> steps;
    private final StopSpec stop;
    private final List<Operation> operations;
    private final Diagnostics diagnostics;

    ConditionSurprises(Census census, List<StepSpec> steps, StopSpec stop, List<Operation> operations,
            Diagnostics diagnostics) {
        this.census = census;
        this.steps = steps;
        this.stop = stop;
        this.operations = operations;
        this.diagnostics = diagnostics;
    }

    void check(ExpectationSpec expectation) {
        List<Expression> conditions = new ArrayList<>(List.of(expectation.condition()));
        if (expectation.temporal() instanceof Temporal.LeadsTo leads) {
            conditions.add(leads.when());
        }
        conditions.forEach(this::condition);
        Optional<Span> over = expectation.temporal().over();
        if (over.isPresent() && stop.at().isBefore(SimTime.ZERO.plus(over.get()))) {
            diagnostics.warning(expectation.place(),
                    "a window of " + over.get() + " is longer than the run of " + stop.at(),
                    "choose a shorter one");
        }
    }

    void check(StopSpec stop) {
        stop.when().ifPresent(this::condition);
    }

    private void condition(Expression condition) {
        List<Expression> parts = condition.parts();
        if (parts.stream().noneMatch(ConditionSurprises::isOfRun)) {
            diagnostics.warning(condition.place(), "'" + condition + "' says nothing about the run",
                    "compare what the run shows: a metric, a count of peers, the topology");
        }
        parts.forEach(part -> {
            if (part instanceof Expression.Metric metric) {
                asked(metric);
            } else if (part instanceof Expression.PeerValue value && value.name().equals(Census.LEADER)) {
                census.requireLeaders(value.place());
            } else if (part instanceof Expression.Comparison comparison) {
                sign(comparison);
            }
        });
    }

    private static boolean isOfRun(Expression part) {
        return part instanceof Expression.Metric || part instanceof Expression.OverPeers
                || part instanceof Expression.PeerValue || part instanceof Expression.Property;
    }

    private void asked(Expression.Metric metric) {
        boolean canAskAnything = steps.stream().anyMatch(step -> step.action() instanceof ActionSpec.Replay);
        Optional<Operation> operation = operation(metric);
        if (!canAskAnything && operation.isPresent() && !asked().contains(operation.get().name())) {
            diagnostics.warning(metric.place(), "'" + metric + "' measures nothing: no step has a '"
                    + operation.get().name() + "'", "let somebody " + operation.get().name()
                    + " in the timeline");
        }
    }

    /** Whose results a metric measures; empty where it is about something else. */
    private Optional<Operation> operation(Expression.Metric metric) {
        String measure = afterDot(metric).split("\\.")[0];
        return operations.stream().filter(operation -> operation.plural().equals(beforeDot(metric)))
                .filter(operation -> OF_OPERATIONS.contains(measure)).findFirst();
    }

    private Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>();
        steps.forEach(step -> {
            if (step.action() instanceof ActionSpec.Operate operate) {
                asked.add(operate.operation());
                if (operate.habits().writes().isPresent()) {
                    operations.stream().filter(each -> each.effect() == Operation.Effect.WRITES)
                            .forEach(each -> asked.add(each.name()));
                }
            }
        });
        return asked;
    }

    /** What counts something is never below zero: to compare it so decides nothing. */
    private void sign(Expression.Comparison comparison) {
        boolean isLeft = isCount(comparison.left()) && isZero(comparison.right());
        boolean isRight = isZero(comparison.left()) && isCount(comparison.right());
        Expression.Relation always = isLeft ? Expression.Relation.AT_LEAST : Expression.Relation.AT_MOST;
        Expression.Relation never = isLeft ? Expression.Relation.LESS : Expression.Relation.MORE;
        boolean isDecided = comparison.relation() == always || comparison.relation() == never;
        if ((isLeft || isRight) && isDecided) {
            diagnostics.warning(comparison.place(), "'" + comparison + "' "
                    + (comparison.relation() == always ? "always" : "never") + " holds: "
                    + (isLeft ? comparison.left() : comparison.right()) + " is never below 0",
                    "compare it with what it must come to");
        }
    }

    private boolean isCount(Expression part) {
        return part instanceof Expression.Metric metric
                && (COUNTED.contains(beforeDot(metric)) || operation(metric).isPresent())
                || part instanceof Expression.OverPeers over
                && over.function() == Expression.Function.COUNT;
    }

    private static boolean isZero(Expression part) {
        return part instanceof Expression.Constant constant && constant.value() == 0;
    }

    private static String beforeDot(Expression.Metric metric) {
        int dot = metric.name().indexOf('.');
        return dot < 0 ? metric.name() : metric.name().substring(0, dot);
    }

    private static String afterDot(Expression.Metric metric) {
        int dot = metric.name().indexOf('.');
        return dot < 0 ? "" : metric.name().substring(dot + 1);
    }
}
