package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression;

/** The opposite of a part; unknown as long as that is. */
final class Negated extends Part {

    private final Part operand;

    Negated(Expression expression, Part operand) {
        super(expression);
        this.operand = operand;
    }

    @Override
    void refresh(long nanos, int touched) {
        operand.refresh(nanos, touched);
        Truth truth = Truth.of(operand.value());
        become(truth == Truth.UNKNOWN ? Double.NaN : truth == Truth.TRUE ? 0 : 1);
    }

    @Override
    long nextChange() {
        return operand.nextChange();
    }

    @Override
    Unit unit() {
        return Unit.TRUTH;
    }

    @Override
    List<Part> operands() {
        return List.of(operand);
    }
}
