package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.Span;

/** Gives a temporal operator another beginning, another end, or a window for its rates. */
final class Bounds {

    private Bounds() {
    }

    static Temporal after(Temporal temporal, Moment moment) {
        Optional<Moment> after = Optional.of(moment);
        if (temporal instanceof Temporal.Always t) {
            return new Temporal.Always(after, t.until(), t.over());
        } else if (temporal instanceof Temporal.Never t) {
            return new Temporal.Never(after, t.until(), t.over());
        } else if (temporal instanceof Temporal.Eventually t) {
            return new Temporal.Eventually(t.within(), after, t.over());
        } else if (temporal instanceof Temporal.Settles t) {
            return new Temporal.Settles(t.within(), after, t.over());
        } else if (temporal instanceof Temporal.LeadsTo t) {
            return new Temporal.LeadsTo(t.within(), t.when(), after, t.until(), t.over());
        }
        throw refusal(temporal, "after");
    }

    static Temporal until(Temporal temporal, Moment moment) {
        Optional<Moment> until = Optional.of(moment);
        if (temporal instanceof Temporal.Always t) {
            return new Temporal.Always(t.after(), until, t.over());
        } else if (temporal instanceof Temporal.Never t) {
            return new Temporal.Never(t.after(), until, t.over());
        } else if (temporal instanceof Temporal.LeadsTo t) {
            return new Temporal.LeadsTo(t.within(), t.when(), t.after(), until, t.over());
        }
        throw refusal(temporal, "until");
    }

    static Temporal over(Temporal temporal, Span window) {
        Optional<Span> over = Optional.of(window);
        if (temporal instanceof Temporal.Always t) {
            return new Temporal.Always(t.after(), t.until(), over);
        } else if (temporal instanceof Temporal.Never t) {
            return new Temporal.Never(t.after(), t.until(), over);
        } else if (temporal instanceof Temporal.Eventually t) {
            return new Temporal.Eventually(t.within(), t.after(), over);
        } else if (temporal instanceof Temporal.Settles t) {
            return new Temporal.Settles(t.within(), t.after(), over);
        } else if (temporal instanceof Temporal.LeadsTo t) {
            return new Temporal.LeadsTo(t.within(), t.when(), t.after(), t.until(), over);
        }
        return new Temporal.AtEnd(over);
    }

    private static IllegalArgumentException refusal(Temporal temporal, String bound) {
        String operator = temporal.getClass().getSimpleName();
        return new IllegalArgumentException("'" + Character.toLowerCase(operator.charAt(0))
                + operator.substring(1) + "' has no '" + bound + "'");
    }
}
