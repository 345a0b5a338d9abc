package peerlab.engine.check;

import java.util.List;

import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;

/** A condition holds after every event of a window; or, for never, it does not hold after any. */
final class Always extends Property {

    private final Truth forbidden;
    private long firstKnown = Window.NEVER;
    private long firstBroken = Window.NEVER;
    private Exhibit broken;

    /** @param forbidden what the condition must not say: false for always, true for never */
    Always(ExpectationSpec expectation, Window window, Truth forbidden, View view) {
        super(expectation, window, view);
        this.forbidden = forbidden;
    }

    @Override
    void observe(long nanos, int touched, boolean isFirst) {
        Truth truth = condition().at(nanos, touched);
        if (truth != Truth.UNKNOWN && firstKnown == Window.NEVER) {
            firstKnown = nanos;
        }
        if (truth == forbidden) {
            firstBroken = nanos;
            broken = exhibit(nanos);
        }
    }

    @Override
    void restart() {
        firstKnown = Window.NEVER;
        firstBroken = Window.NEVER;
        broken = null;
    }

    @Override
    boolean isDecided() {
        return broken != null;
    }

    @Override
    ExpectationVerdict judge(long end, Findings findings) {
        long to = window().to();
        if (firstBroken < to) {
            return findings.fail(broken, "", List.of());
        }
        if (window().unreached().isPresent()) {
            return findings.unreached(window().unreached().get());
        }
        if (firstKnown >= to) {
            return findings.vacuous(condition(), window().from(), Math.min(to, end));
        }
        boolean isSeen = !isDecided() && window().contains(end);
        return findings.pass(Math.min(to, end), isSeen ? exhibit(end).values() : List.of());
    }
}
