package peerlab.engine.check;

import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression;

/**
 * How two parts become one value. What does not exist makes the result not exist, except where it cannot
 * matter.
 */
sealed interface Operator {

    double apply(Part left, Part right);

    Unit unit(Part left, Part right);

    /** Plus, minus, times, divided by, remainder; nothing where one would divide by zero. */
    record Computes(char sign) implements Operator {
        @Override
        public double apply(Part left, Part right) {
            double a = left.value();
            double b = right.value();
            double result = switch (sign) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                case '/' -> a / b;
                case '%' -> a % b;
                default -> throw new IllegalArgumentException(
                        "there is no operator " + sign + "; write + - * / or %");
            };
            return Double.isInfinite(result) ? Double.NaN : result;
        }

        @Override
        public Unit unit(Part left, Part right) {
            Unit a = left.unit();
            Unit b = right.unit();
            boolean isScaled = sign == '*' || sign == '/' || sign == '%';
            if (sign == '/' && a == b) {
                return Unit.NUMBER;
            }
            if (!isScaled) {
                return a == Unit.NUMBER ? b : a;
            }
            boolean isLeftPlain = a == Unit.NUMBER || a == Unit.RATIO;
            return isLeftPlain && sign == '*' && b != Unit.NUMBER ? b : a;
        }
    }

    /** Numbers exactly, shares up to the rounding that percentages bring, words only for being the same. */
    record Compares(Expression.Relation relation) implements Operator {

        /**
         * Far below one in all the operations of any run, far above what adding and dividing shares rounds
         * away.
         */
        private static final double SHARE_TOLERANCE = 1e-12;

        @Override
        public double apply(Part left, Part right) {
            if (left.word() != null || right.word() != null) {
                return words(left, right);
            }
            double difference = left.value() - right.value();
            if (Double.isNaN(difference)) {
                return Double.NaN;
            }
            boolean isShare = left.unit() == Unit.RATIO || right.unit() == Unit.RATIO;
            boolean isEqual = isShare && Math.abs(difference) <= SHARE_TOLERANCE;
            return holds(isEqual ? 0 : (int) Math.signum(difference)) ? 1 : 0;
        }

        private double words(Part left, Part right) {
            boolean isMissing = left.word() == null && Double.isNaN(left.value())
                    || right.word() == null && Double.isNaN(right.value());
            boolean isSame = left.word() != null && left.word().equals(right.word());
            return isMissing ? Double.NaN : switch (relation) {
                case EQUAL -> isSame ? 1 : 0;
                case UNEQUAL -> isSame ? 0 : 1;
                default -> Double.NaN;
            };
        }

        private boolean holds(int sign) {
            return switch (relation) {
                case EQUAL -> sign == 0;
                case UNEQUAL -> sign != 0;
                case LESS -> sign < 0;
                case AT_MOST -> sign <= 0;
                case MORE -> sign > 0;
                case AT_LEAST -> sign >= 0;
            };
        }

        @Override
        public Unit unit(Part left, Part right) {
            return Unit.TRUTH;
        }
    }

    /** Both, or at least one: Kleene's three-valued logic, in which false and unknown is false. */
    record Joins(boolean isAnd) implements Operator {
        @Override
        public double apply(Part left, Part right) {
            Truth decisive = isAnd ? Truth.FALSE : Truth.TRUE;
            Truth a = Truth.of(left.value());
            Truth b = Truth.of(right.value());
            if (a == decisive || b == decisive) {
                return isAnd ? 0 : 1;
            }
            return a == Truth.UNKNOWN || b == Truth.UNKNOWN ? Double.NaN : isAnd ? 1 : 0;
        }

        @Override
        public Unit unit(Part left, Part right) {
            return Unit.TRUTH;
        }
    }
}
