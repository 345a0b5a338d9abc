package peerlab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Does a piece of work beside itself and watches that it gets on. Code that never returns cannot be stopped
 * from within a run, which has no threads: it is left behind, and where it stood is told.
 */
final class Watch {

    /** Recursion of a scenario's condition or of a student's code has this much room. */
    private static final long STACK_BYTES = 8L << 20;

    private final Pulse pulse;

    Watch(Pulse pulse) {
        this.pulse = pulse;
    }

    /** How a piece of work ended. */
    sealed interface Outcome<T> {
    }

    /** It came to its end. */
    record Done<T>(T value) implements Outcome<T> {
    }

    /** Nothing moved for as long as there was patience: where it stood, and in which frames. */
    record Stuck<T, S>(S state, List<StackTraceElement> frames, Thread worker) implements Outcome<T> {

        /** Asks the work to end, if it can hear. */
        void leave() {
            worker.interrupt();
        }
    }

    /**
     * Works and watches.
     *
     * @param state how far the work is; as long as it changes, the work gets on
     * @param patience for how many nanoseconds such a state may last
     * @param beat told at each beat for how many nanoseconds the work has been going on, and how far it is
     */
    <T, S> Outcome<T> over(Callable<T> work, Supplier<S> state, ToLongFunction<S> patience,
            ObjLongConsumer<S> beat) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(null, task, "run", STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return follow(task, worker, state, patience, beat);
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a run was going on", e);
        }
    }

    private <T, S> Outcome<T> follow(
            FutureTask<T> task, Thread worker, Supplier<S> state, ToLongFunction<S> patience,
                    ObjLongConsumer<S> beat)
            throws InterruptedException {
        long began = pulse.nanos();
        long movedAt = began;
        S last = state.get();
        while (!isOver(task)) {
            try {
                long now = pulse.nanos();
                S current = state.get();
                if (!current.equals(last)) {
                    last = current;
                    movedAt = now;
                }
                if (now - movedAt >= patience.applyAsLong(current)) {
                    return new Stuck<>(current, List.of(worker.getStackTrace()), worker);
                }
                beat.accept(current, now - began);
            } catch (OutOfMemoryError e) {
                // whoever used the memory up comes to notice, and knows what for
            }
        }
        return new Done<>(valueOf(task));
    }

    private boolean isOver(FutureTask<?> task) throws InterruptedException {
        try {
            return pulse.isOverAfterBeat(task);
        } catch (OutOfMemoryError e) {
            return task.isDone();
        }
    }

    private static <T> T valueOf(FutureTask<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw Watch.<RuntimeException>asItIs(e.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
