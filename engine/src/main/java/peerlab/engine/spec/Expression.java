package peerlab.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Unit;

/**
 * A condition, or a part of one: the one model that both languages compile to and one evaluator reads.
 * {@code toString} gives it back in the spelling of a scenario.
 */
public sealed interface Expression {

    SourcePlace place();

    /**
     * A value as part of a condition: a number, a share, a span, a size, a truth, a word, or what is such a
     * part already.
     */
    static Expression of(Object value) {
        return value instanceof Expression part ? part : Literals.of(value);
    }

    /** A value that reads as a name, such as that of a parameter. */
    static Expression named(String name, Object value) {
        return value instanceof CharSequence ? of(value) : Literals.constant(value, name);
    }

    /** All metrics of the run in it, from left to right. */
    default List<Metric> metrics() {
        return parts().stream().filter(Metric.class::isInstance).map(Metric.class::cast).toList();
    }

    /** This and all that it is made of, from left to right. */
    default List<Expression> parts() {
        List<Expression> all = new ArrayList<>(List.of(this));
        if (this instanceof Comparison comparison) {
            all.addAll(comparison.left().parts());
            all.addAll(comparison.right().parts());
        } else if (this instanceof Arithmetic arithmetic) {
            all.addAll(arithmetic.left().parts());
            all.addAll(arithmetic.right().parts());
        } else if (this instanceof Logic logic) {
            all.addAll(logic.left().parts());
            all.addAll(logic.right().parts());
        } else if (this instanceof Not not) {
            all.addAll(not.operand().parts());
        } else if (this instanceof OverPeers over) {
            all.addAll(over.body().parts());
        }
        return all;
    }

    /** True where this is the same as another value. */
    default Expression isEqualTo(Object other) {
        return compared(Relation.EQUAL, other);
    }

    /** True where this is not the same as another value. */
    default Expression isNot(Object other) {
        return compared(Relation.UNEQUAL, other);
    }

    default Expression isLessThan(Object other) {
        return compared(Relation.LESS, other);
    }

    default Expression isAtMost(Object other) {
        return compared(Relation.AT_MOST, other);
    }

    default Expression isMoreThan(Object other) {
        return compared(Relation.MORE, other);
    }

    default Expression isAtLeast(Object other) {
        return compared(Relation.AT_LEAST, other);
    }

    private Expression compared(Relation relation, Object other) {
        return new Comparison(relation, this, of(other), SourcePlace.NOWHERE);
    }

    /** True where both this and another condition hold. */
    default Expression and(Expression other) {
        return new Logic(true, this, other, SourcePlace.NOWHERE);
    }

    /** True where this or another condition holds. */
    default Expression or(Expression other) {
        return new Logic(false, this, other, SourcePlace.NOWHERE);
    }

    /** This and another value put together: {@code +}, {@code -}, {@code *}, {@code /} or {@code %}. */
    default Expression combined(char operator, Object other) {
        return new Arithmetic(operator, this, of(other), SourcePlace.NOWHERE);
    }

    /**
     * A number with its unit: seconds for spans, the plain share for percentages; {@code text} as it reads.
     */
    record Constant(double value, Unit unit, String text, SourcePlace place) implements Expression {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A word in quotes. */
    record Text(String value, SourcePlace place) implements Expression {
        @Override
        public String toString() {
            return "'" + value + "'";
        }
    }

    /**
     * A number that the run shows: {@code gets.successRate}, {@code messages['FindNode'].sent}.
     *
     * @param name the dotted name without the narrowing
     * @param narrowed the message type, peer or kind in brackets
     */
    record Metric(String name, Optional<String> narrowed, SourcePlace place) implements Expression {
        /** The name with the narrowing in its place, after the first word. */
        @Override
        public String toString() {
            int dot = name.indexOf('.');
            return narrowed.map(n -> name.substring(0, dot) + "['" + n + "']" + name.substring(dot))
                    .orElse(name);
        }
    }

    /** A value of one peer, inside a function over peers: {@code leader}, {@code bytes}, {@code role}. */
    record PeerValue(String name, SourcePlace place) implements Expression {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A property that a protocol names: {@code 'at most one leader per term'}. */
    record Property(String name, SourcePlace place) implements Expression {
        @Override
        public String toString() {
            return "'" + name + "'";
        }
    }

    /** Plus, minus, times, divided by, remainder. */
    record Arithmetic(char operator, Expression left, Expression right, SourcePlace place)
            implements Expression {
        @Override
        public String toString() {
            int strength = strength(this);
            return operand(left, strength) + " " + operator + " " + operand(right, strength + 1);
        }
    }

    /** Two values compared. */
    record Comparison(Relation relation, Expression left, Expression right, SourcePlace place)
            implements Expression {
        @Override
        public String toString() {
            return operand(left, 4) + " " + relation.sign() + " " + operand(right, 4);
        }
    }

    /** Both, or at least one. */
    record Logic(boolean isAnd, Expression left, Expression right, SourcePlace place) implements Expression {
        @Override
        public String toString() {
            int strength = strength(this);
            return operand(left, strength) + (isAnd ? " and " : " or ") + operand(right, strength);
        }
    }

    /** The opposite. */
    record Not(Expression operand, SourcePlace place) implements Expression {
        @Override
        public String toString() {
            return "not " + Expression.operand(operand, 6);
        }
    }

    /**
     * A function over the peers that are up: {@code count { leader }}, {@code forAll { bytes <= capacity }}.
     */
    record OverPeers(Function function, Expression body, SourcePlace place) implements Expression {
        @Override
        public String toString() {
            return function.word() + " { " + body + " }";
        }
    }

    /** How two values are compared. */
    enum Relation {
        EQUAL("=="), UNEQUAL("!="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** What is made of the values of all peers. */
    enum Function {
        COUNT("count"), FOR_ALL("forAll"), EXISTS("exists"), SUM("sum"), MAX("max"), MIN("min"), MEAN("mean");

        private final String word;

        Function(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * An operand as it must be written: in parentheses only where it would be read otherwise without them.
     */
    private static String operand(Expression part, int strength) {
        return strength(part) < strength ? "(" + part + ")" : part.toString();
    }

    private static int strength(Expression part) {
        if (part instanceof Logic logic) {
            return logic.isAnd ? 2 : 1;
        } else if (part instanceof Comparison) {
            return 3;
        } else if (part instanceof Arithmetic arithmetic) {
            return arithmetic.operator == '+' || arithmetic.operator == '-' ? 4 : 5;
        }
        return part instanceof Not ? 6 : 7;
    }
}
