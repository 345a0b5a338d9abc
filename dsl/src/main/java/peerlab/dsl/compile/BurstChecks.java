package peerlab.dsl.compile;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.spec.LossSpec;

/** Says what is wrong with losses in bursts: their length, and the share of all against that of bad times. */
final class BurstChecks {

    private final StatementReader reader;
    private final Diagnostics diagnostics;

    BurstChecks(StatementReader reader, Diagnostics diagnostics) {
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    boolean areRight(Phrase phrase, LossSpec spec) {
        Spelling spelling = Spelling.of(phrase.place());
        if (spec.within().isPresent() && spec.bursts().isEmpty()) {
            diagnostics.error(reader.placeOf(phrase, "within"), "'within' says what is lost in a bad time",
                    "say how long those are: " + spelling.option("bursts", spelling.span(Span.millis(200))));
            return false;
        }
        if (spec.bursts().filter(Span::isZero).isPresent()) {
            diagnostics.error(reader.placeOf(phrase, "bursts"), "a bad time of no length loses nothing",
                    "write " + spelling.option("bursts", spelling.span(Span.millis(200))));
            return false;
        }
        if (spec.within().filter(share -> share.value() == 0).isPresent()) {
            diagnostics.error(reader.placeOf(phrase, "within"), "a bad time in which nothing is lost is none",
                    "leave 'within' out: all is lost in a bad time");
            return false;
        }
        Ratio within = spec.within().orElse(Ratio.ALL);
        if (spec.within().isPresent() && within.compareTo(spec.share()) < 0) {
            diagnostics.error(reader.placeOf(phrase, "within"), "less is lost in bad times (" + within
                    + ") than at all times (" + spec.share() + ")", "write at least "
                    + spelling.ratio(spec.share()));
            return false;
        }
        return true;
    }
}
