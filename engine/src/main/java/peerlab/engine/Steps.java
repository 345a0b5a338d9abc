package peerlab.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.RandomSource;
import peerlab.engine.spec.StepSpec;

/** The steps of a run: those of its timeline, and those that somebody carries out by hand. */
final class Steps {

    private final StepRunner.Stage stage;
    private final RandomSource random;
    private final long end;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<StepSpec, Deque<Turn>> awaited = new HashMap<>();
    private long beginning;

    /**
     * @param random the stream that choices are drawn from, each step's from one of its own below it
     * @param end when the run ends at the latest, in nanoseconds
     */
    Steps(StepRunner.Stage stage, RandomSource random, long end) {
        this.stage = stage;
        this.random = random;
        this.end = end;
    }

    /**
     * A step that somebody carries out by hand.
     *
     * @param number the number of its first event
     * @param after the first number that has to wait for it, where both are due at one instant
     */
    record Turn(StepRunner runner, long number, long after) {
    }

    /**
     * Schedules a timeline, and keeps numbers for the steps that somebody will carry out, as if they stood
     * behind it.
     *
     * @param begun the number of the event by which the run begins
     */
    void schedule(List<StepSpec> timeline, List<StepSpec> byHand, long begun) {
        beginning = begun;
        for (StepSpec step : timeline) {
            stage.kernel().scheduleAt(runner(step).beginning(), step.when().begins().nanos());
        }
        for (StepSpec step : byHand) {
            long number = stage.kernel().nextNumber();
            awaited.computeIfAbsent(step, s -> new ArrayDeque<>())
                    .add(new Turn(runner(step), number, number));
        }
    }

    /** The turn of a step that was awaited; of any other, one right behind the beginning of the run. */
    Turn turn(StepSpec step) {
        Deque<Turn> kept = awaited.get(step);
        return kept != null && !kept.isEmpty() ? kept.remove()
                : new Turn(runner(step), stage.kernel().nextNumber(), beginning + 1);
    }

    private StepRunner runner(StepSpec step) {
        String text = StepText.of(step);
        int occurrence = occurrences.merge(text, 1, Integer::sum);
        return new StepRunner(step, stage, random.stream(text, occurrence), end);
    }
}
