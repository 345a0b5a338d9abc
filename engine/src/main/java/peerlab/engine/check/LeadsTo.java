package peerlab.engine.check;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.Span;
import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Temporal;

/**
 * Each instant at which a trigger starts to hold is followed, within a span, by the condition. An answer
 * counts from the state in which the trigger starts to hold; it may come after the window in which triggers
 * count.
 */
final class LeadsTo extends Property {

    private static final int MOST_LISTED = 5;

    private final Temporal.LeadsTo temporal;
    private final Span within;
    private final Condition trigger;
    private final Pending pending = new Pending();
    private final List<Long> unmetStarts = new ArrayList<>();
    private Truth last = Truth.UNKNOWN;
    private long firstKnown = Window.NEVER;
    private Exhibit firstUnmet;
    /** Triggers are numbered from 0; these are the numbers of the next one and of the oldest that waits. */
    private long nextTrigger;
    private long oldestWaiting;
    /** Triggers below this number have seen the condition with a value. */
    private long judged;
    /** Triggers from this number on lie outside the window. */
    private long cut = Long.MAX_VALUE;
    /** When a trigger last began to hold, and how many did at that instant. */
    private long lastStart = -1;
    private long startsAtLast;
    private long unmet;
    private long unmetInWindow;
    private long firstUnjudged = Window.NEVER;

    LeadsTo(ExpectationSpec expectation, Window window, Temporal.LeadsTo temporal, View view) {
        super(expectation, window, view);
        this.temporal = temporal;
        this.within = temporal.within();
        this.trigger = new Condition(temporal.when(), temporal.over(), view);
    }

    @Override
    void observe(long nanos, int touched, boolean isFirst) {
        if (window().isOpen(nanos)) {
            watchTrigger(nanos, touched);
        } else {
            trigger.skip();
        }
        if (pending.isEmpty()) {
            condition().skip();
            return;
        }
        Truth truth = condition().at(nanos, touched);
        if (truth == Truth.TRUE) {
            pending.clear();
            oldestWaiting = nextTrigger;
            condition().skip();
        } else if (truth == Truth.FALSE) {
            judged = nextTrigger;
        }
    }

    private void watchTrigger(long nanos, int touched) {
        Truth truth = trigger.at(nanos, touched);
        if (truth == Truth.TRUE && last != Truth.TRUE) {
            pending.add(nanos);
            nextTrigger++;
            startsAtLast = nanos == lastStart ? startsAtLast + 1 : 1;
            lastStart = nanos;
        }
        if (truth != Truth.UNKNOWN) {
            last = truth;
            firstKnown = Math.min(firstKnown, nanos);
        }
    }

    @Override
    void expire(long nanos) {
        while (!pending.isEmpty() && deadline() <= nanos) {
            if (oldestWaiting < judged) {
                miss(nanos);
            } else if (oldestWaiting < cut) {
                firstUnjudged = Math.min(firstUnjudged, pending.oldest());
            }
            pending.removeOldest();
            oldestWaiting++;
        }
        if (pending.isEmpty()) {
            condition().skip();
        }
    }

    private void miss(long nanos) {
        unmet++;
        unmetInWindow = oldestWaiting < cut ? unmet : unmetInWindow;
        if (unmetStarts.size() < MOST_LISTED) {
            unmetStarts.add(pending.oldest());
        }
        firstUnmet = firstUnmet == null ? exhibit(nanos) : firstUnmet;
    }

    @Override
    long deadline() {
        return pending.isEmpty() ? Window.NEVER : Window.later(pending.oldest(), within);
    }

    @Override
    void end(long nanos) {
        cut = nanos == lastStart ? nextTrigger - startsAtLast : nextTrigger;
        unmetInWindow = unmet;
    }

    @Override
    void restart() {
        pending.clear();
        unmetStarts.clear();
        last = Truth.UNKNOWN;
        firstKnown = Window.NEVER;
        firstUnmet = null;
        nextTrigger = 0;
        oldestWaiting = 0;
        judged = 0;
        cut = window().to() <= window().from() ? 0 : Long.MAX_VALUE;
        lastStart = -1;
        unmet = 0;
        unmetInWindow = 0;
        firstUnjudged = Window.NEVER;
    }

    @Override
    boolean isDecided() {
        return false;
    }

    @Override
    boolean isUnchanged(long nanos, int touched) {
        return trigger.isUnchanged(nanos, touched)
                && (pending.isEmpty() || condition().isUnchanged(nanos, touched));
    }

    @Override
    boolean isWatching(long nanos) {
        return window().isOpen(nanos) || !pending.isEmpty();
    }

    @Override
    void skip() {
        super.skip();
        trigger.skip();
    }

    @Override
    long nextChange() {
        long next = trigger.nextChange();
        long nextTriggerChange = window().isOpen(next) ? next : Window.NEVER;
        return pending.isEmpty() ? nextTriggerChange : Math.min(nextTriggerChange, condition().nextChange());
    }

    @Override
    ExpectationVerdict judge(long end, Findings findings) {
        if (unmetInWindow > 0) {
            return findings.fail(firstUnmet, "", List.of(story()));
        }
        if (window().unreached().isPresent()) {
            return findings.unreached(window().unreached().get());
        }
        String when = temporal.when().toString();
        if (!pending.isEmpty() && oldestWaiting < cut) {
            return findings.inconclusive(end, when + " began to hold at " + Figures.instant(pending.oldest())
                    + "; the run ended at " + Figures.instant(end)
                    + ", before the deadline at " + Figures.instant(deadline()));
        }
        if (firstUnjudged != Window.NEVER) {
            return findings.vacuous(condition(), firstUnjudged, Window.later(firstUnjudged, within));
        }
        if (Math.min(nextTrigger, cut) == 0) {
            long to = Math.min(end, window().to());
            return firstKnown >= window().to()
                    ? findings.vacuous(trigger, window().from(), to)
                    : findings.inconclusive(to, when + " never began to hold, so nothing had to follow");
        }
        return findings.pass(Math.min(end, window().to()), List.of());
    }

    private String story() {
        List<String> starts = new ArrayList<>();
        unmetStarts.stream().limit(unmetInWindow).forEach(start -> starts.add(Figures.instant(start)));
        long more = unmetInWindow - starts.size();
        String times = unmetInWindow == 1 ? "once" : unmetInWindow + " times";
        return "it did not follow within " + within + " " + times + ": "
                + temporal.when() + " began to hold at " + String.join(", ", starts)
                + (more > 0 ? " and " + more + " times more" : "");
    }
}
