package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression;

/** Two parts made one: computed, compared or joined; computed again only when one of them changed. */
final class Combined extends Part {

    private final Part left;
    private final Part right;
    private final Operator operator;
    private long seen = -1;

    Combined(Expression expression, Part left, Operator operator, Part right) {
        super(expression);
        this.left = left;
        this.operator = operator;
        this.right = right;
    }

    Part left() {
        return left;
    }

    Part right() {
        return right;
    }

    @Override
    void refresh(long nanos, int touched) {
        left.refresh(nanos, touched);
        right.refresh(nanos, touched);
        long versions = left.version() + right.version();
        if (versions != seen) {
            seen = versions;
            become(operator.apply(left, right));
        }
    }

    @Override
    long nextChange() {
        return Math.min(left.nextChange(), right.nextChange());
    }

    @Override
    Unit unit() {
        return operator.unit(left, right);
    }

    @Override
    List<Part> operands() {
        return List.of(left, right);
    }
}
