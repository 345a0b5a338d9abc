package peerlab.dsl.grammar;

import static peerlab.dsl.grammar.Slot.optional;
import static peerlab.dsl.grammar.Slot.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import peerlab.dsl.grammar.Entry.Timing;
import peerlab.engine.base.Span;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.Moment;
import peerlab.engine.spec.Temporal;

/** When a condition must hold. */
final class Operators {

    /** Nobody gives more points for one expectation. */
    private static final long MOST_POINTS = 1_000_000;

    private static final Slot AFTER = optional("after", ValueKind.MOMENT,
            "counts from this moment; else from the start");
    private static final Slot UNTIL = optional("until", ValueKind.MOMENT,
            "counts up to this moment; else to the end");
    private static final Slot WITHIN = required("within", ValueKind.SPAN, "how long it may take");
    private static final Slot WHEN = required("when", ValueKind.CONDITION, "what it must follow");
    private static final Slot OVER = optional("over", ValueKind.SPAN, "the window of its rates");
    private static final Slot POINTS =
            optional("points", ValueKind.INTEGER, "what it is worth").between(0, MOST_POINTS);

    private Operators() {
    }

    static List<Entry<Temporal>> all() {
        return List.of(
                operator("always",
                        "the condition holds after every event, from the start (or 'after') to the end "
                        + "(or 'until')",
                        List.of(AFTER, UNTIL),
                        given -> new Temporal.Always(moment(given, "after"), moment(given, "until"),
                                over(given))),
                operator("never",
                        "the condition holds after no event, from the start (or 'after') to the end "
                        + "(or 'until')",
                        List.of(AFTER, UNTIL),
                        given -> new Temporal.Never(moment(given, "after"), moment(given, "until"),
                                over(given))),
                operator("eventually",
                        "the condition holds at some instant not later than 'within' after the start "
                        + "(or 'after')",
                        List.of(WITHIN, AFTER),
                        given -> new Temporal.Eventually(within(given), moment(given, "after"),
                                over(given))),
                operator("settles",
                        "the condition becomes true not later than 'within' and stays true to the end",
                        List.of(WITHIN, AFTER),
                        given -> new Temporal.Settles(within(given), moment(given, "after"), over(given))),
                operator("leadsTo",
                        "the condition holds within that span after each instant at which 'when' "
                        + "starts to hold",
                        List.of(WHEN, WITHIN, AFTER, UNTIL),
                        given -> new Temporal.LeadsTo(within(given), given.get("when", Expression.class),
                                moment(given, "after"), moment(given, "until"), over(given))),
                operator("atEnd",
                        "the condition holds in the last state",
                        List.of(), given -> new Temporal.AtEnd(over(given))));
    }

    private static Entry<Temporal> operator(
            String word, String summary, List<Slot> options, Function<Given, Temporal> meaning) {
        List<Slot> all = new ArrayList<>(options);
        all.add(OVER);
        all.add(POINTS);
        Slot condition = required("condition", ValueKind.CONDITION, "what must hold");
        return new Entry<>(word, summary, Optional.of(condition), all, Timing.NONE, meaning);
    }

    private static Span within(Given given) {
        return given.get("within", Span.class);
    }

    private static Optional<Span> over(Given given) {
        return given.find("over", Span.class);
    }

    private static Optional<Moment> moment(Given given, String slot) {
        return given.find(slot, Moment.class);
    }
}
