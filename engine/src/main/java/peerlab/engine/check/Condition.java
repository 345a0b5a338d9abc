package peerlab.engine.check;

import java.util.Optional;

import peerlab.engine.base.Span;
import peerlab.engine.observe.View;
import peerlab.engine.spec.Expression;

/** A condition under watch: true, false or unknown at the latest instant looked at. */
final class Condition {

    private final Part root;
    private final Measured[] readings;
    private final boolean isAboutPeers;
    private boolean isBehind = true;
    private long nextChange;

    Condition(Expression expression, Optional<Span> over, View view) {
        Parts parts = new Parts(view, over);
        this.root = parts.of(expression);
        this.readings = parts.readings();
        this.isAboutPeers = parts.isAboutPeers();
    }

    /** What it says at an instant, after an event that touched one peer, all or nobody. */
    Truth at(long nanos, int touched) {
        root.refresh(nanos, isBehind ? Part.ALL : touched);
        nextChange = root.nextChange();
        isBehind = false;
        return Truth.of(root.value());
    }

    /**
     * Whether it certainly says the same as before: what is asked after every event, so it has to be quick.
     */
    boolean isUnchanged(long nanos, int touched) {
        if (isBehind || nanos >= nextChange || isAboutPeers && touched != Part.NOBODY) {
            return false;
        }
        for (Measured reading : readings) {
            if (!reading.isUntouched()) {
                return false;
            }
        }
        return true;
    }

    /** An event passed unseen: the next look has to be at everything. */
    void skip() {
        isBehind = true;
    }

    /** The next instant at which the passing of time alone may change what it says. */
    long nextChange() {
        return nextChange;
    }

    Part root() {
        return root;
    }
}
