package peerlab.dsl.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                return mayBeEither(arithmetic.left()) ? right : left;
        }
    }

    /**
     * A given percentage of a given number, {@code n * lost}, may be meant as a number, so many of the peers,
     * and as a percentage, so many times as much: what stands beside it tells.
     */
    private boolean mayBeEither(Expression part) {
        if (!(part instanceof Expression.Arithmetic arithmetic)) {
            return false;
        }
        Set<Optional<Unit>> units = Set.copyOf(List.of(of(arithmetic.left()), of(arithmetic.right())));
        boolean isProduct = arithmetic.operator() == '*' && isGiven(part)
                && units.equals(Set.of(Optional.of(Unit.NUMBER), Optional.of(Unit.RATIO)));
        boolean isSum = "+-".indexOf(arithmetic.operator()) >= 0
                && mayBeEither(arithmetic.left()) && mayBeEither(arithmetic.right());
        return isProduct || isSum;
    }

    private static boolean isGiven(Expression part) {
        return part instanceof Expression.Constant || part instanceof Expression.Arithmetic arithmetic
                && isGiven(arithmetic.left()) && isGiven(arithmetic.right());
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

    /**
     * An amount over another of its kind, measured or given by a parameter, which may be told as a number or
     * as a percentage; half of an amount is none.
     */
    private boolean isShare(Expression part) {
        return part instanceof Expression.Arithmetic quotient && quotient.operator() == '/'
                && !(quotient.right() instanceof Expression.Constant constant && isLiteral(constant))
                && of(quotient.left()).isPresent() && of(quotient.left()).equals(of(quotient.right()));
    }

    /** Not the name of a parameter. */
    private static boolean isLiteral(Expression.Constant constant) {
        return !Character.isLetter(constant.text().charAt(0));
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
        return isPlain(of(part));
    }

    private static boolean isPlain(Optional<Unit> unit) {
        return unit.equals(Optional.of(Unit.NUMBER)) || unit.equals(Optional.of(Unit.RATIO));
    }

    private void requireSame(Expression left, Expression right) {
        Optional<Unit> a = of(left);
        Optional<Unit> b = of(right);
        boolean isShare = isShare(left) && b.equals(Optional.of(Unit.RATIO))
                || isShare(right) && a.equals(Optional.of(Unit.RATIO));
        boolean isEither = mayBeEither(left) && isPlain(b) || mayBeEither(right) && isPlain(a);
        if (a.isEmpty() || b.isEmpty() || a.equals(b) || isShare || isEither) {
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
        String prefix = isLiteral((Expression.Constant) given) ? "write " : "give the parameter its unit: ";
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
