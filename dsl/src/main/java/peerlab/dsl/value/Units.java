package peerlab.dsl.value;

import java.math.BigDecimal;
import java.util.Optional;

import peerlab.dsl.grammar.Spelling;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.Expression.Function;
import peerlab.engine.spec.Expression.Relation;

/** Knows in what each part of a condition is counted, and complains where units do not fit. */
final class Units {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Shown shown;
    private final Spelling spelling;

    Units(Shown shown, Spelling spelling) {
        this.shown = shown;
        this.spelling = spelling;
    }

    /** The unit of a value; empty where only the run can tell, as for the values of one peer. */
    Optional<Unit> of(Expression part) {
        if (part instanceof Expression.Constant constant) {
            return Optional.of(constant.unit());
        } else if (part instanceof Expression.Text) {
            return Optional.of(Unit.TEXT);
        } else if (part instanceof Expression.Metric metric) {
            return shown.catalog().find(metric.name()).map(named -> named.unit());
        } else if (part instanceof Expression.PeerValue) {
            return Optional.empty();
        } else if (part instanceof Expression.Arithmetic arithmetic) {
            return ofArithmetic(arithmetic);
        } else if (part instanceof Expression.OverPeers over) {
            boolean isTruth = over.function() == Function.FOR_ALL || over.function() == Function.EXISTS;
            return isTruth ? Optional.of(Unit.TRUTH)
                    : over.function() == Function.COUNT ? Optional.of(Unit.NUMBER) : of(over.body());
        }
        return Optional.of(Unit.TRUTH);
    }

    private Optional<Unit> ofArithmetic(Expression.Arithmetic arithmetic) {
        Optional<Unit> left = of(arithmetic.left());
        Optional<Unit> right = of(arithmetic.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        switch (arithmetic.operator()) {
            case '*':
                return Optional.of(ofProduct(arithmetic));
            case '/':
                return left.equals(right) ? Optional.of(Unit.NUMBER) : left;
            default:
                return left;
        }
    }

    /**
     * A percentage of something is counted as that is: 10% of the gets are gets. A percentage that is taken
     * several times, by a number that stands there, stays one.
     */
    private Unit ofProduct(Expression.Arithmetic product) {
        Unit left = of(product.left()).orElseThrow();
        Unit right = of(product.right()).orElseThrow();
        if (left == Unit.RATIO && right == Unit.NUMBER) {
            return product.right() instanceof Expression.Constant ? left : right;
        } else if (left == Unit.NUMBER && right == Unit.RATIO) {
            return product.left() instanceof Expression.Constant ? right : left;
        }
        return left == Unit.NUMBER || left == Unit.RATIO ? right : left;
    }

    /** One measured amount over another of its kind, which may be told as a number or as a percentage. */
    private boolean isShare(Expression part) {
        return part instanceof Expression.Arithmetic quotient && quotient.operator() == '/'
                && !(quotient.right() instanceof Expression.Constant)
                && of(quotient.left()).isPresent() && of(quotient.left()).equals(of(quotient.right()));
    }

    void requireTruth(Expression condition) {
        Optional<Unit> unit = of(condition);
        if (unit.isPresent() && unit.get() != Unit.TRUTH) {
            throw new Complaint(condition.place(), "'" + condition + "' is not true or false, it is "
                    + noun(unit.get()),
                    "compare it: " + condition + " > " + example(unit.get()));
        }
    }

    void requireComparable(Relation relation, Expression left, Expression right, SourcePlace place) {
        requireSame(left, right);
        Optional<Unit> unit = of(left).or(() -> of(right));
        boolean isOrder = relation != Relation.EQUAL && relation != Relation.UNEQUAL;
        if (isOrder && unit.isPresent() && (unit.get() == Unit.TRUTH || unit.get() == Unit.TEXT)) {
            throw new Complaint(place, noun(unit.get()) + " has no order", "compare with == or !=");
        }
    }

    void requireArithmetic(char operator, Expression left, Expression right, SourcePlace place) {
        for (Expression side : new Expression[] {left, right}) {
            Optional<Unit> unit = of(side);
            if (unit.isPresent() && (unit.get() == Unit.TRUTH || unit.get() == Unit.TEXT)) {
                throw new Complaint(side.place(), "'" + side + "' is " + noun(unit.get()) + ", not a number",
                        null);
            }
        }
        boolean isPlain = hasNoUnit(left) || hasNoUnit(right);
        if (operator == '*' && !isPlain && of(left).isPresent() && of(right).isPresent()) {
            throw new Complaint(place, "'" + left + "' and '" + right + "' both have a unit",
                    "multiply by a plain number");
        }
        boolean isScaling = operator == '*' || operator == '/' && hasNoUnit(right);
        if (!isScaling) {
            requireSame(left, right);
        }
    }

    private boolean hasNoUnit(Expression part) {
        Optional<Unit> unit = of(part);
        return unit.equals(Optional.of(Unit.NUMBER)) || unit.equals(Optional.of(Unit.RATIO));
    }

    private void requireSame(Expression left, Expression right) {
        Optional<Unit> a = of(left);
        Optional<Unit> b = of(right);
        boolean isShare = isShare(left) && b.equals(Optional.of(Unit.RATIO))
                || isShare(right) && a.equals(Optional.of(Unit.RATIO));
        if (a.isEmpty() || b.isEmpty() || a.equals(b) || isShare) {
            return;
        }
        boolean isLeftGiven = left instanceof Expression.Constant && !(right instanceof Expression.Constant);
        Expression given = isLeftGiven ? left : right;
        Expression measured = isLeftGiven ? right : left;
        Unit due = of(measured).orElseThrow();
        throw new Complaint(given.place(), "'" + measured + "' is " + noun(due) + ", found " + given,
                remedy(given, due));
    }

    private String remedy(Expression given, Unit due) {
        boolean isBareNumber = given instanceof Expression.Constant constant
                && constant.unit() == Unit.NUMBER;
        if (!isBareNumber) {
            return due == Unit.NUMBER ? "write a number without a unit" : null;
        }
        BigDecimal value = BigDecimal.valueOf(((Expression.Constant) given).value());
        boolean isLiteral = !Character.isLetter(given.toString().charAt(0));
        String prefix = isLiteral ? "write " : "give the parameter its unit: ";
        switch (due) {
            case RATIO:
                boolean isShare = value.abs().compareTo(BigDecimal.ONE) <= 0;
                return prefix + spelling.quantity(isShare ? value.multiply(HUNDRED) : value, "%");
            case SECONDS:
                return prefix + spelling.quantity(value, "ms") + " or " + spelling.quantity(value, "s");
            case BYTES:
                return prefix + spelling.quantity(value, "B") + " or " + spelling.quantity(value, "KiB");
            case BANDWIDTH:
                return prefix + spelling.quantity(value, "kbps") + " or " + spelling.quantity(value, "Mbps");
            default:
                return null;
        }
    }

    private String example(Unit unit) {
        switch (unit) {
            case RATIO:
                return spelling.quantity(BigDecimal.valueOf(95), "%");
            case SECONDS:
                return spelling.quantity(BigDecimal.ONE, "s");
            case BYTES:
                return spelling.quantity(BigDecimal.valueOf(64), "KiB");
            case BANDWIDTH:
                return spelling.quantity(BigDecimal.TEN, "Mbps");
            default:
                return "0";
        }
    }

    private static String noun(Unit unit) {
        switch (unit) {
            case RATIO:
                return "a percentage";
            case SECONDS:
                return "a time";
            case BYTES:
                return "a size";
            case BANDWIDTH:
                return "a bandwidth";
            case TRUTH:
                return "true or false";
            case TEXT:
                return "a word";
            default:
                return "a plain number";
        }
    }
}
