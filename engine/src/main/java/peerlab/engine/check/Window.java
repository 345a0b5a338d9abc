package peerlab.engine.check;

import java.util.Optional;

import peerlab.engine.base.Span;
import peerlab.engine.spec.Moment;

/**
 * The stretch of a run that an expectation speaks about: from an instant, which belongs to it, up to
 * another, which does not: {@code until: 'the crash'} does not speak of the state that the crash leaves. A
 * mark that comes again moves its instant, so the last time counts.
 */
final class Window {

    static final long NEVER = Long.MAX_VALUE;

    private final Optional<Moment> after;
    private final Optional<Moment> until;
    private final boolean mayMove;
    private long from;
    private long to;

    Window(Optional<Moment> after, Optional<Moment> until) {
        this.after = after;
        this.until = until;
        this.mayMove = until.isPresent() && until.get() instanceof Moment.Mark;
        this.from = after.map(Window::known).orElse(0L);
        this.to = until.map(Window::known).orElse(NEVER);
    }

    private static long known(Moment moment) {
        return moment instanceof Moment.Time time ? time.time().nanos() : NEVER;
    }

    /** An instant later by a span; never where there is no such instant. */
    static long later(long nanos, Span span) {
        return nanos > NEVER - span.nanos() ? NEVER : nanos + span.nanos();
    }

    /**
     * A mark was reached. Returns whether the window begins there, so that all seen before no longer counts.
     */
    boolean begins(String mark, long nanos) {
        boolean isMeant = isMark(after, mark);
        from = isMeant ? nanos : from;
        return isMeant;
    }

    /** A mark was reached. Returns whether the window ends there, unless the same mark comes again. */
    boolean ends(String mark, long nanos) {
        boolean isMeant = isMark(until, mark);
        to = isMeant ? nanos : to;
        return isMeant;
    }

    private static boolean isMark(Optional<Moment> moment, String mark) {
        return moment.isPresent() && moment.get() instanceof Moment.Mark named && named.name().equals(mark);
    }

    /** Whether the state at an instant has to be looked at: an end that is a mark may still move. */
    boolean isOpen(long nanos) {
        return nanos >= from && (nanos < to || mayMove);
    }

    boolean contains(long nanos) {
        return nanos >= from && nanos < to;
    }

    /** When it begins; never, as long as its mark was not reached. */
    long from() {
        return from;
    }

    /** When it ends; never, where it has no end before that of the run, or its mark was not reached. */
    long to() {
        return to;
    }

    /** The mark that the run never reached, beginning or end. */
    Optional<Moment> unreached() {
        return from == NEVER ? after : to == NEVER ? until : Optional.empty();
    }

    boolean hasBegun(long nanos) {
        return nanos >= from;
    }

    /** A moment as one who knows the run says it: {@code 'the crash' (50 s)}. */
    String say(Moment moment) {
        long nanos = Optional.of(moment).equals(after) ? from : to;
        boolean isKnownMark = moment instanceof Moment.Mark && nanos != NEVER;
        return isKnownMark ? moment + " (" + Figures.instant(nanos) + ")" : moment.toString();
    }
}
