package peerlab.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Frames of the code that does not return which are worth showing. */
    private static final int MOST_FRAMES = 12;

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

    RunResult result() {
        return new RunResult(spec, Verdict.FAIL, List.of(), Optional.of(failure()), NO_FINGERPRINT,
                progress.now(),
                progress.events(), 0, new MetricReport(Map.of(), List.of()), List.of(), List.of(),
                        patience.toNanos());
    }

    RunFailure failure() {
        List<String> detail = new ArrayList<>();
        frames.stream().takeWhile(frame -> !isEngine(frame)).filter(frame -> !isPlatform(frame))
                .limit(MOST_FRAMES)
                .forEach(frame -> detail.add("at " + frame.getClassName() + "." + frame.getMethodName()
                        + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")"));
        detail.add("if this is meant to take so long: --patience SECONDS");
        return new RunFailure(RunFailure.Kind.LIMIT, progress.now(), sentence(), detail);
    }

    private String sentence() {
        String who = progress.peer().isEmpty() ? "the run" : progress.peer();
        String doing = progress.doing().isEmpty() ? "busy" : progress.doing();
        return who + " has been " + doing + " since " + progress.now() + " of the run, for "
                + new Span(patience.toNanos())
                + " by the clock on the wall";
    }

    private static boolean isEngine(StackTraceElement frame) {
        return frame.getClassName().startsWith("peerlab.engine.");
    }

    private static boolean isPlatform(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.")
                || name.startsWith("groovy.") || name.startsWith("org.codehaus.groovy.")
                        || name.startsWith("org.apache.groovy.");
    }
}
