package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.observe.View;
import peerlab.engine.spec.Expression;

/**
 * A property that a protocol names; the protocol alone knows what it depends on, so any event may change it.
 */
final class Named extends Part {

    private final String name;
    private final View view;

    Named(Expression.Property property, View view) {
        super(property);
        this.name = property.name();
        this.view = view;
    }

    @Override
    void refresh(long nanos, int touched) {
        if (touched != NOBODY) {
            become(view.holds(name) ? 1 : 0);
        }
    }

    @Override
    long nextChange() {
        return Long.MAX_VALUE;
    }

    @Override
    Unit unit() {
        return Unit.TRUTH;
    }

    @Override
    List<Part> operands() {
        return List.of();
    }
}
