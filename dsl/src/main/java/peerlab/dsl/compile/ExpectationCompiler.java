package peerlab.dsl.compile;

import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.grammar.Entry;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.Vocabulary;
import peerlab.engine.base.Span;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.protocol.MetricSpec.Kind;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.Temporal;

/** Compiles {@code expect}: what must hold, and when. */
final class ExpectationCompiler {

    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final MetricCatalog catalog;
    private final Diagnostics diagnostics;

    ExpectationCompiler(
            Vocabulary vocabulary, StatementReader reader, MetricCatalog catalog, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.catalog = catalog;
        this.diagnostics = diagnostics;
    }

    List<ExpectationSpec> expectations(List<Phrase> phrases) {
        return phrases.stream().map(this::expectation).flatMap(Optional::stream).toList();
    }

    private Optional<ExpectationSpec> expectation(Phrase phrase) {
        Spelling spelling = Spelling.of(phrase.place());
        Entry<Temporal> entry = vocabulary.operators().get(phrase.word());
        if (entry == null) {
            List<String> words = vocabulary.operators().keySet().stream().map(spelling::word).toList();
            diagnostics.error(phrase.place(), "unknown operator '" + spelling.word(phrase.word()) + "'",
                    Suggestion.remedy(spelling.word(phrase.word()), words, "there are "
                            + String.join(", ", words)));
            return Optional.empty();
        }
        Optional<Given> given = reader.given(entry, phrase);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Temporal temporal = entry.meaning().apply(given.get());
        Expression condition = given.get().get("condition", Expression.class);
        boolean isRight = hasWindow(temporal, condition, spelling);
        if (temporal instanceof Temporal.LeadsTo leads) {
            isRight &= hasWindow(temporal, leads.when(), spelling);
        }
        if (temporal.over().isPresent() && temporal.over().get().isZero()) {
            diagnostics.error(reader.placeOf(phrase, "over"), "'over' is a window longer than nothing",
                    "write " + spelling.option("over", spelling.span(Span.seconds(5))));
            isRight = false;
        }
        int points = given.get().find("points", Long.class).orElse(0L).intValue();
        return isRight
                ? Optional.of(new ExpectationSpec(temporal, condition, points, phrase.place()))
                : Optional.empty();
    }

    /** A rate over all that has happened so far hides both collapse and recovery, except at the end. */
    private boolean hasWindow(Temporal temporal, Expression condition, Spelling spelling) {
        if (temporal.over().isPresent() || temporal instanceof Temporal.AtEnd) {
            return true;
        }
        List<Expression.Metric> rates = condition.metrics().stream().filter(this::isRate).toList();
        for (Expression.Metric rate : rates) {
            diagnostics.error(rate.place(), "'" + rate + "' is a rate, and a rate needs a window: "
                            + "over the whole run it hides both collapse and recovery",
                    "write " + spelling.option("over", spelling.span(Span.seconds(5))));
        }
        return rates.isEmpty();
    }

    private boolean isRate(Expression.Metric metric) {
        return catalog.find(metric.name()).filter(named -> named.spec().kind() == Kind.RATE).isPresent();
    }
}
