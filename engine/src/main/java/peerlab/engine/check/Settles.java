package peerlab.engine.check;

import java.util.List;

import peerlab.engine.base.Span;
import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;

/** A condition comes to hold within a span and stays so to the end. */
final class Settles extends Property {

    private final Span within;
    private final Best best;
    private Truth last = Truth.UNKNOWN;
    private boolean isExpired;
    private boolean isLate;
    private int relapses;
    private Exhibit missed;
    private Exhibit settled;
    private Exhibit relapsed;
    private String remark = "";
    private long relapseBegan;

    Settles(ExpectationSpec expectation, Window window, Span within, View view) {
        super(expectation, window, view);
        this.within = within;
        this.best = new Best(condition());
    }

    @Override
    void observe(long nanos, int touched, boolean isFirst) {
        Truth truth = condition().at(nanos, touched);
        if (!isExpired) {
            best.see(nanos);
        }
        if (truth == Truth.UNKNOWN || truth == last) {
            return;
        }
        if (truth == Truth.TRUE) {
            isLate |= isExpired && last == Truth.UNKNOWN;
            settled = exhibit(nanos);
        } else if (isExpired) {
            relapses++;
            relapsed = exhibit(nanos);
        } else {
            relapseBegan = nanos;
        }
        last = truth;
    }

    @Override
    void restart() {
        last = Truth.UNKNOWN;
        isExpired = false;
        isLate = false;
        relapses = 0;
        missed = null;
        settled = null;
        relapsed = null;
        best.forget();
    }

    @Override
    boolean isDecided() {
        return missed != null;
    }

    @Override
    long deadline() {
        return isExpired ? Window.NEVER : Window.later(window().from(), within);
    }

    @Override
    void expire(long nanos) {
        isExpired = true;
        if (last == Truth.FALSE) {
            missed = exhibit(nanos);
            remark = best.text() + (settled == null ? "" : "; it held from " + Figures.instant(settled.at())
                    + " to " + Figures.instant(relapseBegan));
        }
    }

    @Override
    ExpectationVerdict judge(long end, Findings findings) {
        long deadline = Window.later(window().from(), within);
        if (missed != null) {
            return findings.fail(missed, remark, List.of());
        }
        if (relapsed != null) {
            String times = relapses == 1 ? "" : " " + relapses + " times";
            String since = settled == null ? "; it had no value before" : "; it relapsed" + times + " after";
            return findings.fail(
                    relapsed, since + " the deadline at " + Figures.instant(deadline), List.of());
        }
        if (last == Truth.UNKNOWN) {
            return findings.vacuous(condition(), window().from(), end);
        }
        if (last == Truth.FALSE) {
            return findings.inconclusive(exhibit(end), "the run ended at " + Figures.instant(end)
                    + ", before the deadline at " + Figures.instant(deadline));
        }
        if (isLate) {
            return findings.inconclusive(settled, "there was no value before "
                    + Figures.instant(settled.at())
                    + ", after the deadline at " + Figures.instant(deadline));
        }
        return findings.pass(settled.at(), settled.values());
    }
}
