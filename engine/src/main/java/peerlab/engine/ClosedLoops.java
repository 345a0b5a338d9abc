package peerlab.engine;

import java.util.function.BiConsumer;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.workload.Workload;

/** Askers each of whom waits for an answer, and then thinks for a while, before it asks again. */
final class ClosedLoops {

    /** Nobody thinks shorter: an answer at the same instant would lead to questions without end. */
    private static final long LEAST_NANOS = 1_000;

    /** Who cannot ask looks again after so long, or after thinking where that takes longer. */
    private static final long IDLE_NANOS = 1_000_000;

    private final Workload workload;
    private final Distribution think;
    private final RandomSource random;
    private final Kernel kernel;
    private final long until;
    private final BiConsumer<Long, Runnable> schedule;

    ClosedLoops(Workload workload, Distribution think, RandomSource random, Kernel kernel, long until,
            BiConsumer<Long, Runnable> schedule) {
        this.workload = workload;
        this.think = think;
        this.random = random;
        this.kernel = kernel;
        this.until = until;
        this.schedule = schedule;
    }

    void begin() {
        workload.loops().forEach(this::turn);
    }

    private void turn(PeerId asker) {
        boolean hasAsked = workload.turn(asker, () -> again(asker, LEAST_NANOS));
        if (!hasAsked) {
            again(asker, IDLE_NANOS);
        }
    }

    private void again(PeerId asker, long least) {
        long next = kernel.now() + Math.max(least, think.sampleNanos(random));
        if (next < until) {
            schedule.accept(next, () -> turn(asker));
        }
    }
}
