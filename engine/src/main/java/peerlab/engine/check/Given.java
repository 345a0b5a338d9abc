package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression;

/** What the scenario itself gives: a number, a parameter, a word in quotes. */
final class Given extends Part {

    private final Unit unit;
    private final String word;

    Given(Expression.Constant constant) {
        super(constant);
        this.unit = constant.unit();
        this.word = null;
        become(constant.value());
    }

    Given(Expression.Text text) {
        super(text);
        this.unit = Unit.TEXT;
        this.word = text.value();
    }

    /** Whether a reader needs to be told the value: a parameter's name does not say it. */
    boolean isNamed() {
        String text = expression().toString();
        boolean isName = Character.isLetter(text.charAt(0)) || text.charAt(0) == '$';
        return isName && word == null && unit != Unit.TRUTH;
    }

    @Override
    void refresh(long nanos, int touched) {
        // A given value stays.
    }

    @Override
    long nextChange() {
        return Long.MAX_VALUE;
    }

    @Override
    Unit unit() {
        return unit;
    }

    @Override
    List<Part> operands() {
        return List.of();
    }

    @Override
    String word() {
        return word;
    }

    @Override
    boolean isGiven() {
        return true;
    }
}
