package peerlab.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Span;
import peerlab.engine.observe.View;
import peerlab.engine.spec.Expression;

/** Makes the parts of a condition that read from one view, over one window. */
final class Parts {

    private final View view;
    private final Optional<Span> over;
    private final List<Measured> readings = new ArrayList<>();
    private boolean isAboutPeers;

    Parts(View view, Optional<Span> over) {
        this.view = view;
        this.over = over;
    }

    Part of(Expression expression) {
        return of(expression, null, new ArrayList<>());
    }

    /** The parts of a condition about one peer, which reads whichever peer the slot shows. */
    Part of(Expression expression, PeerSlot slot) {
        return of(expression, slot, new ArrayList<>());
    }

    /** All metrics in what was made. */
    Measured[] readings() {
        return readings.toArray(Measured[]::new);
    }

    /** Whether a peer that changed may change what was made, whatever the metrics say. */
    boolean isAboutPeers() {
        return isAboutPeers;
    }

    /** @param shared receives what does not depend on the peer in the slot, if there is one */
    private Part of(Expression expression, PeerSlot slot, List<Part> shared) {
        if (expression instanceof Expression.Constant constant) {
            return new Given(constant);
        } else if (expression instanceof Expression.Text text) {
            return new Given(text);
        } else if (expression instanceof Expression.PeerValue value) {
            return ofPeer(value, slot);
        } else if (expression instanceof Expression.Arithmetic sum) {
            Operator operator = new Operator.Computes(sum.operator());
            return combined(sum, operator, sum.left(), sum.right(), slot, shared);
        } else if (expression instanceof Expression.Comparison two) {
            Operator operator = new Operator.Compares(two.relation());
            return combined(two, operator, two.left(), two.right(), slot, shared);
        } else if (expression instanceof Expression.Logic two) {
            Operator operator = new Operator.Joins(two.isAnd());
            return combined(two, operator, two.left(), two.right(), slot, shared);
        } else if (expression instanceof Expression.Not not) {
            return new Negated(not, of(not.operand(), slot, shared));
        }
        Part part = independent(expression);
        shared.add(part);
        return part;
    }

    private Part independent(Expression expression) {
        if (expression instanceof Expression.Metric metric) {
            Measured measured = new Measured(metric, view.reading(metric, over));
            readings.add(measured);
            return measured;
        }
        isAboutPeers = true;
        if (expression instanceof Expression.Property property) {
            return new Named(property, view);
        }
        return folded((Expression.OverPeers) expression);
    }

    private Part combined(Expression whole, Operator operator, Expression left, Expression right,
            PeerSlot slot, List<Part> shared) {
        return new Combined(whole, of(left, slot, shared), operator, of(right, slot, shared));
    }

    private Part folded(Expression.OverPeers over) {
        PeerSlot slot = new PeerSlot();
        List<Part> shared = new ArrayList<>();
        Part body = of(over.body(), slot, shared);
        return new Folded(over, body, shared, slot, view);
    }

    private static Part ofPeer(Expression.PeerValue value, PeerSlot slot) {
        if (slot == null) {
            throw new IllegalArgumentException(
                    "'" + value + "' is a value of one peer; write count { " + value + " }");
        }
        return new OfPeer(value, slot);
    }
}
