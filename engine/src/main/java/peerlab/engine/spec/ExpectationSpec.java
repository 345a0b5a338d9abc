package peerlab.engine.spec;

import peerlab.engine.base.SourcePlace;

/**
 * Something that must hold, with the points it is worth.
 *
 * @param claim the expectation as one line of English, the same from both languages
 */
public record ExpectationSpec(Temporal temporal, Expression condition, int points, String claim, SourcePlace place) {
}
