package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Offset;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.spec.Expression;

/**
 * A value that one peer shows: what its protocol tells by this name, else its {@code name}, {@code group} or
 * {@code up}, whether it is {@code paused} or {@code slow}, and its {@code clockOffset}.
 */
final class OfPeer extends Part {

    private final String name;
    private final PeerSlot slot;
    private Unit unit = Unit.NUMBER;
    private String word;

    OfPeer(Expression.PeerValue expression, PeerSlot slot) {
        super(expression);
        this.name = expression.name();
        this.slot = slot;
    }

    @Override
    void refresh(long nanos, int touched) {
        Object value = slot.read(name);
        if (value instanceof Boolean truth) {
            take(truth ? 1 : 0, Unit.TRUTH);
        } else if (value instanceof Number number) {
            take(number.doubleValue(), Unit.NUMBER);
        } else if (value instanceof Ratio ratio) {
            take(ratio.value(), Unit.RATIO);
        } else if (value instanceof Bytes bytes) {
            take(bytes.count(), Unit.BYTES);
        } else if (value instanceof Bandwidth bandwidth) {
            take(bandwidth.bitsPerSecond(), Unit.BANDWIDTH);
        } else if (value instanceof Span span) {
            take(span.seconds(), Unit.SECONDS);
        } else if (value instanceof Offset offset) {
            take(offset.seconds(), Unit.SECONDS);
        } else if (value instanceof SimTime time) {
            take(time.seconds(), Unit.SECONDS);
        } else if (value == null) {
            take(Double.NaN, unit);
        } else {
            takeWord(value.toString());
        }
    }

    private void take(double number, Unit counted) {
        if (word != null || counted != unit) {
            word = null;
            unit = counted;
            change();
        }
        become(number);
    }

    private void takeWord(String next) {
        if (!next.equals(word)) {
            word = next;
            unit = Unit.TEXT;
            change();
        }
        become(Double.NaN);
    }

    @Override
    long nextChange() {
        return Long.MAX_VALUE;
    }

    @Override
    Unit unit() {
        return unit;
    }

    @Override
    List<Part> operands() {
        return List.of();
    }

    @Override
    String word() {
        return word;
    }
}
