package peerlab.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.Temporal;

/**
 * Watches a run for what it promised. The run tells before and after each event; the instants in between at
 * which the passing of time alone changes something are looked at on the way, so that every verdict is
 * exact.
 */
public final class Checks {

    /** In the place of a peer's index: any peer may have changed. */
    public static final int ALL = Part.ALL;
    /** In the place of a peer's index: no peer changed. */
    public static final int NOBODY = Part.NOBODY;

    private final List<Property> properties = new ArrayList<>();
    private final Property[] watched;
    private final Optional<Condition> stop;
    private long nextLook = Window.NEVER;
    private boolean isStopReached;
    private long stopNanos;

    /** @throws IllegalArgumentException where a condition names something that the run does not have */
    public Checks(List<ExpectationSpec> expectations, Optional<Expression> stopWhen, View view) {
        expectations.forEach(expectation -> properties.add(property(expectation, view)));
        this.watched = properties.stream().filter(p -> !(p instanceof AtEnd)).toArray(Property[]::new);
        this.stop = stopWhen.map(expression -> new Condition(expression, Optional.empty(), view));
    }

    private static Property property(ExpectationSpec expectation, View view) {
        Temporal temporal = expectation.temporal();
        if (temporal instanceof Temporal.Always t) {
            return new Always(expectation, new Window(t.after(), t.until()), Truth.FALSE, view);
        } else if (temporal instanceof Temporal.Never t) {
            return new Always(expectation, new Window(t.after(), t.until()), Truth.TRUE, view);
        } else if (temporal instanceof Temporal.Eventually t) {
            return new Eventually(expectation, new Window(t.after(), Optional.empty()), t.within(), view);
        } else if (temporal instanceof Temporal.Settles t) {
            return new Settles(expectation, new Window(t.after(), Optional.empty()), t.within(), view);
        } else if (temporal instanceof Temporal.LeadsTo t) {
            return new LeadsTo(expectation, new Window(t.after(), t.until()), t, view);
        }
        return new AtEnd(expectation, view);
    }

    /** Whether there is nothing to watch while events happen, so that the run need not tell. */
    public boolean isIdle() {
        return watched.length == 0 && stop.isEmpty();
    }

    /** The state before the first event. */
    public void begin(long nanos) {
        afterEvent(nanos, ALL);
    }

    /**
     * Before an event: looks at all instants strictly before it at which the passing of time alone changes
     * something. The view still shows the state that the last event left. It goes no further than the
     * instant at which the condition that ends the run comes to hold.
     */
    public void passTo(long nanos) {
        boolean wasReached = isStopReached;
        while (nextLook < nanos && isStopReached == wasReached) {
            pass(nextLook);
        }
    }

    /**
     * After an event; touched is the index of the peer that it may have changed, {@link #ALL} or {@link
     * #NOBODY}.
     */
    public void afterEvent(long nanos, int touched) {
        long next = Window.NEVER;
        for (Property property : watched) {
            property.look(nanos, touched);
            next = Math.min(next, property.nextLook());
        }
        nextLook = Math.min(next, lookAtStop(nanos, touched));
    }

    /**
     * A mark was reached, by the event that {@link #afterEvent} reports next. It may come again, for a step
     * that takes peers one by one: the last time counts, and what was seen since an earlier one is
     * forgotten.
     */
    public void mark(String name, long nanos) {
        for (Property property : watched) {
            property.mark(name, nanos);
            nextLook = Math.min(nextLook, property.nextLook());
        }
    }

    /** Whether the condition that ends the run has held. */
    public boolean isStopReached() {
        return isStopReached;
    }

    /** The instant at which it came to hold, which may lie between two events. */
    public long stopNanos() {
        return stopNanos;
    }

    /** The verdicts, in the order of the expectations, on a run that ended at an instant. */
    public List<ExpectationVerdict> finish(long nanos) {
        passTo(nanos);
        pass(nanos);
        return properties.stream().map(property -> property.verdict(nanos)).toList();
    }

    private void pass(long nanos) {
        long next = Window.NEVER;
        for (Property property : watched) {
            property.pass(nanos);
            next = Math.min(next, property.nextLook());
        }
        nextLook = Math.min(next, lookAtStop(nanos, Part.NOBODY));
        if (nextLook <= nanos) {
            throw new IllegalStateException(
                    "time stands still at " + nanos + " ns: the next look is at " + nextLook + " ns");
        }
    }

    private long lookAtStop(long nanos, int touched) {
        if (stop.isEmpty() || isStopReached) {
            return Window.NEVER;
        }
        if (stop.get().isUnchanged(nanos, touched)) {
            return stop.get().nextChange();
        }
        isStopReached = stop.get().at(nanos, touched) == Truth.TRUE;
        stopNanos = nanos;
        return isStopReached ? Window.NEVER : stop.get().nextChange();
    }
}
