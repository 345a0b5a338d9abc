package peerlab.engine.check;

import peerlab.engine.spec.Expression.Comparison;
import peerlab.engine.spec.Expression.Relation;

/** How close a number came to what was asked of it, and when. */
final class Best {

    private final Part measure;
    private final Part bound;
    private final Relation relation;
    private double value = Double.NaN;
    private long at;

    /** For a condition that compares a number with a given one; for any other it stays silent. */
    Best(Condition condition) {
        Part measured = Measure.of(condition.root());
        if (measured == null) {
            measure = null;
            bound = null;
            relation = null;
        } else {
            measure = measured;
            bound = Measure.bound(condition.root());
            Relation written = ((Comparison) condition.root().expression()).relation();
            boolean isLeft = measured == ((Combined) condition.root()).left();
            relation = isLeft ? written : turned(written);
        }
    }

    private static Relation turned(Relation relation) {
        return switch (relation) {
            case LESS -> Relation.MORE;
            case AT_MOST -> Relation.AT_LEAST;
            case MORE -> Relation.LESS;
            case AT_LEAST -> Relation.AT_MOST;
            case EQUAL, UNEQUAL -> relation;
        };
    }

    void forget() {
        value = Double.NaN;
    }

    /** Takes note of the number at an instant. */
    void see(long nanos) {
        if (measure != null && !Double.isNaN(measure.value()) && isBetter(measure.value())) {
            value = measure.value();
            at = nanos;
        }
    }

    private boolean isBetter(double candidate) {
        if (Double.isNaN(value)) {
            return true;
        }
        return switch (relation) {
            case MORE, AT_LEAST -> candidate > value;
            case LESS, AT_MOST -> candidate < value;
            case EQUAL -> Math.abs(candidate - bound.value()) < Math.abs(value - bound.value());
            case UNEQUAL -> false;
        };
    }

    /** {@code ; best 92% at 66.4 s}; empty where the last value was the best, or there is none. */
    String text() {
        boolean isSilent = measure == null || Double.isNaN(value)
                || value == measure.value() || relation == Relation.UNEQUAL;
        return isSilent ? "" : "; best " + Figures.apart(value, bound.value(), measure.unit())
                + " at " + Figures.instant(at);
    }
}
