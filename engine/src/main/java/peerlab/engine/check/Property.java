package peerlab.engine.check;

import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;

/**
 * An expectation under watch. It is shown the state of the run after each event, and at instants at which
 * only the passing of time changes something; it says at the end what became of it. Each temporal operator
 * is one class.
 *
 * <p>A state holds from the event that brings it about up to the next event, so at an instant with several
 * events there are several states, in their order.
 */
abstract class Property {

    private final ExpectationSpec expectation;
    private final Window window;
    private final Condition condition;
    private final View view;
    private boolean hasBegun;
    private boolean isFollowing;
    private long nextLook;

    Property(ExpectationSpec expectation, Window window, View view) {
        this.expectation = expectation;
        this.window = window;
        this.condition = new Condition(expectation.condition(), expectation.temporal().over(), view);
        this.view = view;
        this.nextLook = window.isOpen(window.from()) ? window.from() : Window.NEVER;
    }

    /** The state after an event; touched is the peer that it may have changed. */
    final void look(long nanos, int touched) {
        if (isFollowing && isUnchanged(nanos, touched)) {
            return;
        }
        if (isWatching(nanos)) {
            observe(nanos, touched, !hasBegun);
            hasBegun = true;
            isFollowing = true;
            plan();
        } else if (isFollowing) {
            lose();
        }
    }

    /** No more events will happen at this instant. */
    final void pass(long nanos) {
        look(nanos, Part.NOBODY);
        if (nanos >= deadline()) {
            expire(nanos);
            plan();
        }
    }

    /** A mark was reached; the event that it belongs to is about to be shown. */
    final void mark(String name, long nanos) {
        if (window.ends(name, nanos)) {
            end(nanos);
        }
        if (window.begins(name, nanos)) {
            hasBegun = false;
            restart();
            lose();
        }
    }

    /**
     * The next instant at which something changes unless an event comes first; it may be the current one.
     */
    final long nextLook() {
        return nextLook;
    }

    private void lose() {
        isFollowing = false;
        skip();
        plan();
    }

    private void plan() {
        if (isDecided()) {
            nextLook = Window.NEVER;
        } else if (hasBegun) {
            nextLook = Math.min(nextChange(), deadline());
        } else {
            nextLook = window.isOpen(window.from()) ? window.from() : Window.NEVER;
        }
    }

    /** What became of it, after the last instant of the run. */
    final ExpectationVerdict verdict(long end) {
        Findings findings = new Findings(expectation, window, view);
        if (window.from() == Window.NEVER) {
            return findings.unreached(window.unreached().orElseThrow());
        }
        if (!window.hasBegun(end)) {
            return findings.inconclusive(end, "the run ended at " + Figures.instant(end)
                    + ", before " + Figures.instant(window.from()));
        }
        return judge(end, findings);
    }

    final Window window() {
        return window;
    }

    final Condition condition() {
        return condition;
    }

    /** Takes note of a state within the window; {@code isFirst} for the first one. */
    abstract void observe(long nanos, int touched, boolean isFirst);

    /** All that was seen no longer counts: the window begins again. */
    abstract void restart();

    /** Whether nothing that can still happen, short of a restart, changes the verdict. */
    abstract boolean isDecided();

    abstract ExpectationVerdict judge(long end, Findings findings);

    /** An instant after which something is settled that is still open; never where there is none. */
    long deadline() {
        return Window.NEVER;
    }

    /** The deadline passed with the state that was observed last. */
    void expire(long nanos) {
    }

    /** The window ends here, as far as one knows. */
    void end(long nanos) {
    }

    /** Whether observing would bring nothing to light that was not there at the last look. */
    boolean isUnchanged(long nanos, int touched) {
        return condition.isUnchanged(nanos, touched);
    }

    /** Whether the state at an instant matters. */
    boolean isWatching(long nanos) {
        return !isDecided() && window.isOpen(nanos);
    }

    /** A state went by that did not matter. */
    void skip() {
        condition.skip();
    }

    /** The next instant at which time alone changes what was observed. */
    long nextChange() {
        long next = condition.nextChange();
        return window.isOpen(next) ? next : Window.NEVER;
    }

    /** The condition at this instant. */
    final Exhibit exhibit(long nanos) {
        return Exhibit.of(condition, view, nanos);
    }
}
