package peerlab.engine.spec;

import java.util.function.Function;

import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/** Something that must hold, with the points it is worth. */
public record ExpectationSpec(Temporal temporal, Expression condition, int points, SourcePlace place) {

    /** The same, counted from a moment on. */
    public ExpectationSpec after(Moment moment) {
        return new ExpectationSpec(Bounds.after(temporal, moment), condition, points, place);
    }

    /** The same, counted from the moment of a step on. */
    public ExpectationSpec after(String mark) {
        return after(new Moment.Mark(mark));
    }

    /** The same, counted up to a moment. */
    public ExpectationSpec until(Moment moment) {
        return new ExpectationSpec(Bounds.until(temporal, moment), condition, points, place);
    }

    /** The same, counted up to the moment of a step. */
    public ExpectationSpec until(String mark) {
        return until(new Moment.Mark(mark));
    }

    /** The same, with rates over a window. */
    public ExpectationSpec over(Span window) {
        return new ExpectationSpec(Bounds.over(temporal, window), condition, points, place);
    }

    /** The same for so many points. */
    public ExpectationSpec points(int worth) {
        return new ExpectationSpec(temporal, condition, worth, place);
    }

    /** The expectation as one line of English, the same from both languages. */
    public String claim() {
        return claim(Moment::toString);
    }

    /**
     * The same line with moments as somebody who knows the run would say them: {@code 'the crash' (50 s)}.
     */
    public String claim(Function<Moment, String> moments) {
        return Claim.of(this, moments);
    }
}
