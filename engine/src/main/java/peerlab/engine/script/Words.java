package peerlab.engine.script;

import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.Expression.Function;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.Moment;
import peerlab.engine.spec.Temporal;
import peerlab.engine.spec.UseSpec;

/**
 * All words of a scenario in Java, to be imported at once: {@code import static
 * peerlab.engine.script.Words.*}. These are the ones for what must hold; the others come from the classes
 * above.
 */
public final class Words extends Steps {

    private static final SourcePlace PLACE = SourcePlace.NOWHERE;

    private Words() {
    }

    /** Peers that run a protocol, to be named and set up further. */
    public static GroupSpec group(int count, String protocol) {
        return new GroupSpec(GroupSpec.UNNAMED, count, protocol, Map.of(), GroupSpec.Start.FRESH,
                PLACE);
    }

    /** Somebody's class that plays a part of a protocol. */
    public static UseSpec part(String type, String hook) {
        return new UseSpec(type, hook, Optional.empty(), PLACE);
    }

    // What the run shows.

    /** A number by its dotted name: {@code gets.successRate}. */
    public static Expression metric(String name) {
        return new Expression.Metric(name, Optional.empty(), PLACE);
    }

    /** A number for one message type, peer or kind: {@code metric("messages.sent", "FindNode")}. */
    public static Expression metric(String name, String narrowed) {
        return new Expression.Metric(name, Optional.of(narrowed), PLACE);
    }

    /** What one peer shows, inside a condition over peers. */
    public static Expression shown(String name) {
        return new Expression.PeerValue(name, PLACE);
    }

    /** A property that a protocol names. */
    public static Expression property(String name) {
        return new Expression.Property(name, PLACE);
    }

    /** A value that is read under the name of a parameter. */
    public static Expression param(String name, Object value) {
        return Expression.named(name, value);
    }

    public static Expression not(Expression condition) {
        return new Expression.Not(condition, PLACE);
    }

    /** How many peers that are up meet a condition. */
    public static Expression count(Expression condition) {
        return overPeers(Function.COUNT, condition);
    }

    /** True where all peers that are up meet a condition. */
    public static Expression forAll(Expression condition) {
        return overPeers(Function.FOR_ALL, condition);
    }

    /** True where a peer that is up meets a condition. */
    public static Expression exists(Expression condition) {
        return overPeers(Function.EXISTS, condition);
    }

    public static Expression sum(Expression value) {
        return overPeers(Function.SUM, value);
    }

    public static Expression max(Expression value) {
        return overPeers(Function.MAX, value);
    }

    public static Expression min(Expression value) {
        return overPeers(Function.MIN, value);
    }

    public static Expression mean(Expression value) {
        return overPeers(Function.MEAN, value);
    }

    private static Expression overPeers(Function function, Expression body) {
        return new Expression.OverPeers(function, body, PLACE);
    }

    // When it must hold.

    public static ExpectationSpec always(Expression condition) {
        return expectation(
                new Temporal.Always(Optional.empty(), Optional.empty(), Optional.empty()), condition);
    }

    public static ExpectationSpec never(Expression condition) {
        return expectation(
                new Temporal.Never(Optional.empty(), Optional.empty(), Optional.empty()), condition);
    }

    public static ExpectationSpec eventually(Span within, Expression condition) {
        return expectation(new Temporal.Eventually(within, Optional.empty(), Optional.empty()), condition);
    }

    public static ExpectationSpec settles(Span within, Expression condition) {
        return expectation(new Temporal.Settles(within, Optional.empty(), Optional.empty()), condition);
    }

    /** Within a span after each instant at which one condition starts to hold, another. */
    public static ExpectationSpec leadsTo(Span within, Expression when, Expression condition) {
        return expectation(new Temporal.LeadsTo(
                within, when, Optional.empty(), Optional.empty(), Optional.empty()), condition);
    }

    public static ExpectationSpec atEnd(Expression condition) {
        return expectation(new Temporal.AtEnd(Optional.empty()), condition);
    }

    private static ExpectationSpec expectation(Temporal temporal, Expression condition) {
        return new ExpectationSpec(temporal, condition, 0, PLACE);
    }

    /** An instant to count from, so long after the beginning. */
    public static Moment time(Span sinceBeginning) {
        return new Moment.Time(SimTime.ZERO.plus(sinceBeginning));
    }
}
