package peerlab.engine.spec;

import java.math.BigDecimal;

import peerlab.engine.base.Bytes;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;

/** Values of Java as the constants of a condition, with the text that a scenario file would give them. */
final class Literals {

    private Literals() {
    }

    static Expression of(Object value) {
        if (value instanceof CharSequence text) {
            return new Expression.Text(text.toString(), SourcePlace.NOWHERE);
        }
        return constant(value, text(value));
    }

    static Expression.Constant constant(Object value, String text) {
        if (value instanceof Ratio ratio) {
            return constant(ratio.value(), Unit.RATIO, text);
        } else if (value instanceof Span span) {
            return constant(span.seconds(), Unit.SECONDS, text);
        } else if (value instanceof Offset offset) {
            return constant(offset.seconds(), Unit.SECONDS, text);
        } else if (value instanceof Bytes bytes) {
            return constant(bytes.count(), Unit.BYTES, text);
        } else if (value instanceof Boolean truth) {
            return constant(truth ? 1 : 0, Unit.TRUTH, text);
        } else if (value instanceof Number number) {
            return constant(number.doubleValue(), Unit.NUMBER, text);
        }
        throw new IllegalArgumentException("a condition cannot hold " + value
                + ": it compares numbers, shares, spans, sizes, truths and words");
    }

    private static Expression.Constant constant(double value, Unit unit, String text) {
        return new Expression.Constant(value, unit, text, SourcePlace.NOWHERE);
    }

    private static String text(Object value) {
        if (!(value instanceof Number number)) {
            return String.valueOf(value);
        }
        BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
}
