package peerlab.engine.check;

import java.util.Optional;

import peerlab.engine.base.Span;
import peerlab.engine.observe.View;
import peerlab.engine.spec.Expression;

/** A condition under watch: true, false or unknown at the latest instant looked at. */
final class Condition {

    private final Part root;
    private boolean isBehind = true;

    Condition(Expression expression, Optional<Span> over, View view) {
        this.root = new Parts(view, over).of(expression);
    }

    /** What it says at an instant, after an event that touched one peer, all or nobody. */
    Truth at(long nanos, int touched) {
        root.refresh(nanos, isBehind ? Part.ALL : touched);
        isBehind = false;
        return Truth.of(root.value());
    }

    /** An event passed unseen: the next look has to be at everything. */
    void skip() {
        isBehind = true;
    }

    /** The next instant at which the passing of time alone may change what it says. */
    long nextChange() {
        return root.nextChange();
    }

    Part root() {
        return root;
    }
}
