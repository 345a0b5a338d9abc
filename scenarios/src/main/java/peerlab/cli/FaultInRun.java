package peerlab.cli;

import java.util.Map;
import java.util.stream.Collectors;

import peerlab.engine.Progress;
import peerlab.engine.spec.ScenarioSpec;

/** A fault of Peerlab's while a run was going on: what ran, and how far it had come. */
final class FaultInRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ScenarioSpec spec;
    private final transient Progress progress;

    FaultInRun(ScenarioSpec spec, Progress progress, Throwable fault) {
        super(fault);
        this.spec = spec;
        this.progress = progress;
    }

    /** The run in a few lines, for a report. */
    String circumstances() {
        String params = spec.params().entrySet().stream().map(FaultInRun::pair)
                .collect(Collectors.joining(", "));
        String doing = progress.doing().isEmpty() ? "between two events"
                : progress.doing()
                        + (progress.peer().isEmpty() ? "" : ", " + progress.peer() + " acted last");
        return "scenario   " + spec.id() + (spec.place().isKnown() ? ", " + spec.place().file() : "") + "\n"
                + "seed       " + spec.seed() + "\n"
                + (params.isEmpty() ? "" : "params     " + params + "\n")
                + "reached    " + progress.now() + " of " + progress.end() + ", after " + progress.events()
                + " events\n"
                + "doing      " + doing + "\n";
    }

    private static String pair(Map.Entry<String, Object> param) {
        return param.getKey() + ": " + param.getValue();
    }
}
