package peerlab.engine.spec;

import java.util.function.Function;

import peerlab.engine.base.SourcePlace;

/** Something that must hold, with the points it is worth. */
public record ExpectationSpec(Temporal temporal, Expression condition, int points, SourcePlace place) {

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
