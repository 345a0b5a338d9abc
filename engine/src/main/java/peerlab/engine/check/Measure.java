package peerlab.engine.check;

import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression.Comparison;

/** Finds the number that a condition is about. */
final class Measure {

    private Measure() {
    }

    /** The one side of a comparison that the scenario does not give itself; null for any other condition. */
    static Part of(Part root) {
        if (root instanceof Combined both && root.expression() instanceof Comparison
                && both.left().isGiven() != both.right().isGiven()) {
            Part side = both.left().isGiven() ? both.right() : both.left();
            return side.unit() == Unit.TEXT ? null : side;
        }
        return null;
    }

    /** What that number is compared with. */
    static Part bound(Part root) {
        Combined both = (Combined) root;
        return both.left().isGiven() ? both.left() : both.right();
    }
}
