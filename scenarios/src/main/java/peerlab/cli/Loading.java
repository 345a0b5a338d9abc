package peerlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import peerlab.dsl.LoadOptions;
import peerlab.dsl.Loaded;
import peerlab.dsl.ScenarioLoader;
import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/** Reads scenario files, and gives up on a script that does not come to an end. */
final class Loading {

    private final ScenarioLoader loader;
    private final LoadOptions options;
    private final Watch watch;
    private final Duration patience;

    Loading(Session session, OptionalLong seed, Map<String, String> set, Duration patience) {
        this.loader = new ScenarioLoader(session.protocols().get(), session.terminal().scriptCache(),
                session.classes());
        this.options = new LoadOptions(set, seed);
        this.watch = new Watch(session.pulse());
        this.patience = patience;
    }

    /** What a file says, or what is wrong with it. */
    Loaded load(Path file) {
        Watch.Outcome<Loaded> outcome = watch.over(
                () -> loader.load(file, options), () -> file,
                state -> patience.toNanos(), (state, wallNanos) -> { });
        if (outcome instanceof Watch.Done<Loaded> done) {
            return done.value();
        }
        Watch.Stuck<Loaded, ?> stuck = (Watch.Stuck<Loaded, ?>) outcome;
        stuck.leave();
        return neverEnds(file, stuck.frames());
    }

    private Loaded neverEnds(Path file, List<StackTraceElement> frames) {
        String name = file.getFileName().toString();
        int line = frames.stream().filter(frame -> name.equals(frame.getFileName())).findFirst()
                .map(StackTraceElement::getLineNumber).orElse(0);
        Diagnostic diagnostic = Diagnostic.error(new SourcePlace(file.toString(), Math.max(0, line), 1, 1),
                "the script has been at work for " + new Span(patience.toNanos()) + " and comes to no end",
                "a scenario describes, it does not wait or compute: look for a loop, or write --patience 60");
        return new Loaded(List.of(), List.of(diagnostic), Map.of());
    }
}
