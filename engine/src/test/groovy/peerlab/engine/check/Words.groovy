package peerlab.engine.check

import peerlab.engine.base.SimTime
import peerlab.engine.base.SourcePlace
import peerlab.engine.base.Span
import peerlab.engine.base.Unit
import peerlab.engine.spec.ExpectationSpec
import peerlab.engine.spec.Expression
import peerlab.engine.spec.Moment
import peerlab.engine.spec.Temporal

/** Builds conditions and expectations, so that a spec reads like a scenario. */
class Words {

    static final SourcePlace HERE = SourcePlace.NOWHERE
    static final Map<String, Expression.Relation> RELATIONS = Expression.Relation.values()
            .collectEntries { [it.sign(), it] }

    static Expression number(double value, String text = null) {
        new Expression.Constant(value, Unit.NUMBER,
                text ?: (value == Math.rint(value) ? "${(long) value}" : "$value").toString(), HERE)
    }

    static Expression percent(double value) {
        new Expression.Constant(value / 100, Unit.RATIO,
                (value == Math.rint(value) ? "${(long) value}%" : "$value%").toString(), HERE)
    }

    static Expression seconds(double value, String text) {
        new Expression.Constant(value, Unit.SECONDS, text, HERE)
    }

    static Expression yes() {
        new Expression.Constant(1, Unit.TRUTH, 'true', HERE)
    }

    static Expression metric(String name) {
        new Expression.Metric(name, Optional.empty(), HERE)
    }

    static Expression ofPeer(String name) {
        new Expression.PeerValue(name, HERE)
    }

    static Expression text(String value) {
        new Expression.Text(value, HERE)
    }

    static Expression property(String name) {
        new Expression.Property(name, HERE)
    }

    static Expression compare(Expression left, String sign, Expression right) {
        new Expression.Comparison(RELATIONS[sign], left, right, HERE)
    }

    static Expression compute(Expression left, String sign, Expression right) {
        new Expression.Arithmetic(sign as char, left, right, HERE)
    }

    static Expression both(Expression left, Expression right) {
        new Expression.Logic(true, left, right, HERE)
    }

    static Expression either(Expression left, Expression right) {
        new Expression.Logic(false, left, right, HERE)
    }

    static Expression not(Expression operand) {
        new Expression.Not(operand, HERE)
    }

    static Expression over(String function, Expression body) {
        def found = Expression.Function.values().find { it.word() == function }
        new Expression.OverPeers(found, body, HERE)
    }

    static Optional<Moment> moment(Object moment) {
        switch (moment) {
            case null: return Optional.empty()
            case Number: return Optional.of(new Moment.Time(new SimTime(nanos(moment))))
            default: return Optional.of(new Moment.Mark(moment as String))
        }
    }

    static Optional<Span> span(Object seconds) {
        seconds == null ? Optional.empty() : Optional.of(new Span(nanos(seconds)))
    }

    static long nanos(Object seconds) {
        ((seconds as BigDecimal) * 1_000_000_000L) as long
    }

    static ExpectationSpec always(Map words = [:], Expression condition) {
        new ExpectationSpec(new Temporal.Always(moment(words.after), moment(words.until), span(words.over)),
                condition, 3, HERE)
    }

    static ExpectationSpec never(Map words = [:], Expression condition) {
        new ExpectationSpec(new Temporal.Never(moment(words.after), moment(words.until), span(words.over)),
                condition, 3, HERE)
    }

    static ExpectationSpec eventually(Map words, Expression condition) {
        new ExpectationSpec(new Temporal.Eventually(
                span(words.within).get(), moment(words.after), span(words.over)), condition, 3, HERE)
    }

    static ExpectationSpec settles(Map words, Expression condition) {
        new ExpectationSpec(new Temporal.Settles(
                span(words.within).get(), moment(words.after), span(words.over)), condition, 3, HERE)
    }

    static ExpectationSpec leadsTo(Map words, Expression condition) {
        new ExpectationSpec(new Temporal.LeadsTo(span(words.within).get(), words.when as Expression,
                moment(words.after), moment(words.until), span(words.over)), condition, 3, HERE)
    }

    static ExpectationSpec atEnd(Expression condition) {
        new ExpectationSpec(new Temporal.AtEnd(Optional.empty()), condition, 3, HERE)
    }
}
