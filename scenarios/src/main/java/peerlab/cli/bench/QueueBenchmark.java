package peerlab.cli.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.Limits;

/**
 * The event queue beside {@link PriorityQueue}, in the hold model: take the earliest event, schedule another
 * at an exponential delay; the number of pending events stays the same. An event is allocated for each, as in
 * a run.
 */
final class QueueBenchmark implements Benchmark {

    private static final double MEAN_DELAY_NANOS = 100e6;
    private static final int ROUNDS = 5;
    private static final int HOLDS = 3_000_000;
    private static final List<Integer> PENDING = List.of(10_000, 1_000_000);

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public String summary() {
        return "events taken and scheduled again, in exact order of time and sequence";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        List<Figure> figures = new ArrayList<>();
        for (int pending : PENDING) {
            progress.accept(pending + " pending");
            figures.addAll(measure(pending));
        }
        return figures;
    }

    private static List<Figure> measure(int pending) {
        double calendar = Double.MAX_VALUE;
        double heap = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            calendar = Math.min(calendar, new CalendarHold(pending).run(HOLDS));
            heap = Math.min(heap, new HeapHold(pending).run(HOLDS));
        }
        String name = "queue.hold." + pending;
        return List.of(
                new Figure(name, HOLDS / calendar, "events/s", "the kernel's queue, best of " + ROUNDS),
                new Figure(name + ".priorityQueue", HOLDS / heap, "events/s",
                        "java.util.PriorityQueue, best of " + ROUNDS),
                new Figure(name + ".ratio", heap / calendar, "x", "the first over the second"));
    }

    /** The kernel's own queue, driven as a run drives it. */
    private static final class CalendarHold {

        private final Kernel kernel = new Kernel(Limits.DEFAULT);
        private final Delays delays = new Delays();

        CalendarHold(int pending) {
            for (int i = 0; i < pending; i++) {
                kernel.schedule(new Again(this), delays.next());
            }
        }

        double run(int holds) {
            long began = System.nanoTime();
            for (int i = 0; i < holds; i++) {
                kernel.step();
            }
            return (System.nanoTime() - began) / 1e9;
        }

        private static final class Again extends Event {
            private final CalendarHold hold;

            Again(CalendarHold hold) {
                this.hold = hold;
            }

            @Override
            protected void happen() {
                hold.kernel.schedule(new Again(hold), hold.delays.next());
            }
        }
    }

    /** The same over a binary heap of objects. */
    private static final class HeapHold {

        private record Due(long time, long sequence) {
        }

        private static final Comparator<Due> ORDER = (a, b) ->
                a.time != b.time ? Long.compare(a.time, b.time) : Long.compare(a.sequence, b.sequence);

        private final PriorityQueue<Due> queue;
        private final Delays delays = new Delays();
        private long sequence;

        HeapHold(int pending) {
            queue = new PriorityQueue<>(pending, ORDER);
            for (int i = 0; i < pending; i++) {
                queue.add(new Due(delays.next(), ++sequence));
            }
        }

        double run(int holds) {
            long began = System.nanoTime();
            for (int i = 0; i < holds; i++) {
                Due first = queue.poll();
                queue.add(new Due(first.time + delays.next(), ++sequence));
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** Exponential delays, drawn beforehand so that drawing them is not what is measured. */
    private static final class Delays {

        private static final int COUNT = 1 << 16;

        private final long[] drawn = new long[COUNT];
        private int next;

        Delays() {
            RandomSource random = new RandomSource(1);
            for (int i = 0; i < COUNT; i++) {
                drawn[i] = (long) (MEAN_DELAY_NANOS * random.nextExponential());
            }
        }

        long next() {
            return drawn[next++ & COUNT - 1];
        }
    }
}
