package peerlab.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.engine.base.SimTime;
import peerlab.engine.check.ExpectationVerdict.Evidence;
import peerlab.engine.observe.FailedOperation;
import peerlab.engine.observe.View;
import peerlab.engine.spec.Expression;

/** The first requests that failed, of each kind that a condition counts, as the protocol explains them. */
record FirstFailures(List<String> lines, Optional<Evidence> evidence) {

    private static final String INDENT = " ".repeat("first: ".length());
    private static final Set<String> COUNTED =
            Set.of("successRate", "failed", "succeeded", "wrong", "stale");

    /** Those that failed in the window up to the instant that decided. */
    static FirstFailures of(Expression condition, View view, long from, long upTo) {
        Set<String> plurals = new LinkedHashSet<>();
        collect(condition, plurals);
        List<String> lines = new ArrayList<>();
        Optional<Evidence> evidence = Optional.empty();
        for (String plural : plurals) {
            Optional<FailedOperation> first = view.failures(plural, new SimTime(from)).stream()
                    .filter(failed -> failed.failed().nanos() <= upTo).findFirst();
            if (first.isPresent()) {
                tell(first.get(), lines);
                evidence = evidence.or(() -> first.map(
                        failed -> new Evidence(failed.failed(), Optional.of(failed.peer().name()))));
            }
        }
        return new FirstFailures(lines, evidence);
    }

    private static void tell(FailedOperation failed, List<String> lines) {
        String key = failed.request().key().isEmpty() ? "" : " " + failed.request().key();
        lines.add("first: " + failed.request().operation() + key + " from " + failed.peer()
                + " at " + Figures.moment(failed.failed().nanos()) + " -> " + failed.reason());
        failed.explanation().forEach(line -> lines.add(INDENT + line));
    }

    private static void collect(Expression part, Set<String> plurals) {
        if (part instanceof Expression.Metric metric) {
            int dot = metric.name().indexOf('.');
            if (dot > 0 && COUNTED.contains(metric.name().substring(dot + 1))) {
                plurals.add(metric.name().substring(0, dot));
            }
        } else if (part instanceof Expression.Arithmetic two) {
            collect(two.left(), plurals);
            collect(two.right(), plurals);
        } else if (part instanceof Expression.Comparison two) {
            collect(two.left(), plurals);
            collect(two.right(), plurals);
        } else if (part instanceof Expression.Logic two) {
            collect(two.left(), plurals);
            collect(two.right(), plurals);
        } else if (part instanceof Expression.Not not) {
            collect(not.operand(), plurals);
        } else if (part instanceof Expression.OverPeers over) {
            collect(over.body(), plurals);
        }
    }
}
