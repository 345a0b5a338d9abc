package peerlab.engine.spec;

import java.util.Optional;
import java.util.function.Function;

import peerlab.engine.base.Span;

/**
 * Says an expectation in English: {@code settles within 20 s after 'the crash': gets.successRate >= 95%,
 * over 5 s}.
 */
final class Claim {

    private Claim() {
    }

    static String of(ExpectationSpec expectation, Function<Moment, String> moments) {
        String operator = operator(expectation.temporal());
        String bounds = bounds(expectation.temporal(), moments);
        String over = expectation.temporal().over().map(span -> ", over " + span).orElse("");
        return operator + bounds + (bounds.isEmpty() ? " " : ": ") + expectation.condition() + over;
    }

    private static String operator(Temporal temporal) {
        if (temporal instanceof Temporal.Always) {
            return "always";
        } else if (temporal instanceof Temporal.Never) {
            return "never";
        } else if (temporal instanceof Temporal.Eventually) {
            return "eventually";
        } else if (temporal instanceof Temporal.Settles) {
            return "settles";
        }
        return temporal instanceof Temporal.LeadsTo ? "leads to" : "at end";
    }

    private static String bounds(Temporal temporal, Function<Moment, String> moments) {
        if (temporal instanceof Temporal.Always always) {
            return between(always.after(), always.until(), moments);
        } else if (temporal instanceof Temporal.Never never) {
            return between(never.after(), never.until(), moments);
        } else if (temporal instanceof Temporal.Eventually eventually) {
            return within(eventually.within()) + between(eventually.after(), Optional.empty(), moments);
        } else if (temporal instanceof Temporal.Settles settles) {
            return within(settles.within()) + between(settles.after(), Optional.empty(), moments);
        } else if (temporal instanceof Temporal.LeadsTo leads) {
            return within(leads.within()) + between(leads.after(), leads.until(), moments)
                    + ", when " + leads.when();
        }
        return "";
    }

    private static String within(Span span) {
        return " within " + span;
    }

    private static String between(
            Optional<Moment> after, Optional<Moment> until, Function<Moment, String> moments) {
        return after.map(moment -> " after " + moments.apply(moment)).orElse("")
                + until.map(moment -> " until " + moments.apply(moment)).orElse("");
    }
}
