package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.Span;

/**
 * When a condition must hold. Each operator is defined by one sentence; {@code over} is the window of its
 * rates.
 */
public sealed interface Temporal {

    /** The window that rates in the condition are taken over; absent where a cumulative rate is meant. */
    Optional<Span> over();

    /** After every event, from {@code after} or the start to {@code until} or the end. */
    record Always(Optional<Moment> after, Optional<Moment> until, Optional<Span> over) implements Temporal {
    }

    /** After no event, from {@code after} or the start to {@code until} or the end. */
    record Never(Optional<Moment> after, Optional<Moment> until, Optional<Span> over) implements Temporal {
    }

    /** At some instant not later than {@code within} after {@code after}. */
    record Eventually(Span within, Optional<Moment> after, Optional<Span> over) implements Temporal {
    }

    /** From some instant not later than {@code within} after {@code after}, up to the end. */
    record Settles(Span within, Optional<Moment> after, Optional<Span> over) implements Temporal {
    }

    /** Within a span after each instant at which {@code when} starts to hold. */
    record LeadsTo(Span within, Expression when, Optional<Moment> after, Optional<Moment> until,
            Optional<Span> over)
            implements Temporal {
    }

    /** In the last state. */
    record AtEnd(Optional<Span> over) implements Temporal {
    }
}
