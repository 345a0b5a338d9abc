package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Span;
import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;

/** A condition that does not hold at first comes to hold at some instant within a span. */
final class Eventually extends Property {

    private final Span within;
    private final Best best;
    private boolean isKnown;
    private boolean isHeldAtFirst;
    private Exhibit held;
    private Exhibit missed;
    private boolean isExpired;
    private String bestText = "";

    Eventually(ExpectationSpec expectation, Window window, Span within, View view) {
        super(expectation, window, view);
        this.within = within;
        this.best = new Best(condition());
    }

    @Override
    void observe(long nanos, int touched, boolean isFirst) {
        Truth truth = condition().at(nanos, touched);
        isKnown |= truth != Truth.UNKNOWN;
        best.see(nanos);
        if (truth == Truth.TRUE) {
            isHeldAtFirst = isFirst;
            held = exhibit(nanos);
        }
    }

    @Override
    void restart() {
        isKnown = false;
        isHeldAtFirst = false;
        isExpired = false;
        held = null;
        missed = null;
        best.forget();
    }

    @Override
    boolean isDecided() {
        return held != null || isExpired;
    }

    @Override
    long deadline() {
        return isDecided() ? Window.NEVER : Window.later(window().from(), within);
    }

    @Override
    void expire(long nanos) {
        isExpired = true;
        missed = exhibit(nanos);
        bestText = best.text();
    }

    @Override
    ExpectationVerdict judge(long end, Findings findings) {
        long deadline = Window.later(window().from(), within);
        if (isHeldAtFirst) {
            return findings.inconclusive(held, "it held already at " + Figures.instant(held.at())
                    + ", so nothing brought it about; did you mean settles?");
        }
        if (held != null) {
            return findings.pass(held.at(), held.values());
        }
        if (!isKnown) {
            return findings.vacuous(condition(), window().from(), Math.min(end, deadline));
        }
        if (isExpired) {
            return findings.fail(missed, bestText, List.of());
        }
        return findings.inconclusive(exhibit(end), "the run ended at " + Figures.instant(end)
                + ", before the deadline at " + Figures.instant(deadline));
    }
}
