package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Unit;
import peerlab.engine.observe.Reading;
import peerlab.engine.spec.Expression;

/** A metric, read again only when an event or the passing of time may have changed it. */
final class Measured extends Part {

    private static final String SUCCESS_RATE = ".successRate";

    private final Reading reading;
    private long seen = Long.MIN_VALUE;
    private long expiry = Long.MIN_VALUE;

    Measured(Expression.Metric metric, Reading reading) {
        super(metric);
        this.reading = reading;
    }

    /** The first word of its name: {@code gets}. */
    String plural() {
        String name = expression().toString();
        int end = 0;
        while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    boolean isSuccessRate() {
        return expression().toString().endsWith(SUCCESS_RATE);
    }

    /** Whether no event may have changed it since it was read; the passing of time may. */
    boolean isUntouched() {
        return reading.version() == seen;
    }

    @Override
    void refresh(long nanos, int touched) {
        long current = reading.version();
        if (current == seen && nanos < expiry) {
            return;
        }
        become(reading.at(nanos));
        seen = current;
        expiry = reading.nextExpiry(nanos);
        if (expiry <= nanos) {
            throw new IllegalStateException(
                    expression() + " at " + nanos + " ns says that it changes next at " + expiry + " ns");
        }
    }

    @Override
    long nextChange() {
        return expiry;
    }

    @Override
    Unit unit() {
        return reading.unit();
    }

    @Override
    List<Part> operands() {
        return List.of();
    }

    @Override
    String detail(long nanos) {
        String detail = Double.isNaN(value()) ? "" : reading.detail(nanos);
        if (detail.isEmpty()) {
            return "";
        }
        return isSuccessRate() ? detail + " failed" : "all but " + detail;
    }
}
