package peerlab.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.Culprit;
import peerlab.engine.Progress;
import peerlab.engine.RunFailure;
import peerlab.engine.RunResult;
import peerlab.engine.base.Span;
import peerlab.engine.check.Verdict;
import peerlab.engine.observe.MetricReport;
import peerlab.engine.spec.ScenarioSpec;

/**
 * A run in which a handler never returned. It cannot be ended from within; what is known of it is a verdict
 * like any other, only that there is no fingerprint and no metric.
 */
final class StuckRun {

    /** In the place of a fingerprint: what happened is not known to the end. */
    static final String NO_FINGERPRINT = "-".repeat(16);

    private static final String REMEDY = "if this is meant to take so long: --patience SECONDS";

    private final ScenarioSpec spec;
    private final Progress progress;
    private final List<StackTraceElement> frames;
    private final Duration patience;

    StuckRun(ScenarioSpec spec, Progress progress, List<StackTraceElement> frames, Duration patience) {
        this.spec = spec;
        this.progress = progress;
        this.frames = frames;
        this.patience = patience;
    }

    static boolean is(RunResult result) {
        return result.fingerprint().equals(NO_FINGERPRINT);
    }

    /** Where no protocol was at work, it is we who do not get on. */
    Optional<Throwable> faultOfOurs() {
        if (!Culprit.atWork(frames).isEmpty()) {
            return Optional.empty();
        }
        IllegalStateException standstill = new IllegalStateException(sentence() + "; " + REMEDY);
        standstill.setStackTrace(frames.toArray(StackTraceElement[]::new));
        return Optional.of(standstill);
    }

    RunResult result() {
        return new RunResult(spec, Verdict.FAIL, List.of(), Optional.of(failure()), NO_FINGERPRINT,
                progress.now(),
                progress.events(), 0, new MetricReport(Map.of(), List.of()), List.of(), List.of(),
                        patience.toNanos());
    }

    RunFailure failure() {
        List<String> detail = new ArrayList<>();
        Culprit.atWork(frames).forEach(frame -> detail.add("at " + frame));
        detail.add(REMEDY);
        return new RunFailure(RunFailure.Kind.LIMIT, progress.now(), sentence(), detail);
    }

    /** Tells of it where nobody waits for a verdict. */
    void tell(Terminal terminal) {
        terminal.warn(failure().sentence());
        failure().detail().forEach(detail -> terminal.warn("  " + detail));
    }

    private String sentence() {
        String who = progress.peer().isEmpty() ? "the run" : progress.peer();
        String doing = progress.doing().isEmpty() ? "busy" : progress.doing();
        return who + " has been " + doing + " since " + progress.now() + " of the run, for "
                + new Span(patience.toNanos())
                + " by the clock on the wall";
    }
}
