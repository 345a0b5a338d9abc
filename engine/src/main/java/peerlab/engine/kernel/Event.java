package peerlab.engine.kernel;

/**
 * Something due at an instant. Events happen in the order of their time, and those of one instant in the
 * order in which they were scheduled.
 */
public abstract class Event {

    /** In so many steps an event is approached. */
    static final int STEPS = 4;

    private static final long CANCELLED = Long.MIN_VALUE;

    long time;
    /** Below zero from when it is cancelled: a flag of its own would cost each pending event eight bytes. */
    long sequence;

    /** When it is due, in nanoseconds. */
    public final long time() {
        return time;
    }

    /** Its number among all that this run scheduled, from 1: also the name of what it carries in traces. */
    public final long sequence() {
        return sequence & ~CANCELLED;
    }

    /** Makes it pass unnoticed when its time comes. */
    public final void cancel() {
        sequence |= CANCELLED;
    }

    public final boolean isCancelled() {
        return sequence < 0;
    }

    protected abstract void happen();

    /**
     * Reads what happening will need, and changes nothing. The queue asks several events that are due next,
     * one right after the other, so that the processor waits for the memory of all of them together and not
     * for each in its turn. It asks in steps, because what one step has read tells where the next can read
     * on.
     *
     * @param step from 0
     * @return anything that depends on what was read
     */
    protected int approach(int step) {
        return 0;
    }

    final boolean isBefore(Event other) {
        return time < other.time || time == other.time && sequence() < other.sequence();
    }
}
