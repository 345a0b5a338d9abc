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
import peerlab.engine.Culprit;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;

/** Reads scenario files, and gives up on a script that does not come to an end. */
final class Loading {

    private final Session session;
    private final LoadOptions options;
    private final Watch watch;
    private final Duration patience;
    private ScenarioLoader loader;

    Loading(Session session, OptionalLong seed, Map<String, String> set, Duration patience) {
        this.session = session;
        this.options = new LoadOptions(set, seed);
        this.watch = new Watch(session.pulse());
        this.patience = patience;
    }

    /** What a file says, or what is wrong with it. */
    Loaded load(Path file) {
        Watch.Outcome<Loaded> outcome = watch.over(
                () -> loader().load(file, options), () -> file,
                state -> patience.toNanos(), (state, wallNanos) -> { });
        if (outcome instanceof Watch.Done<Loaded> done) {
            return done.value();
        }
        Watch.Stuck<Loaded, ?> stuck = (Watch.Stuck<Loaded, ?>) outcome;
        stuck.leave();
        return neverEnds(file, stuck.frames());
    }

    /** Made where patience is kept: protocols are asked what they offer, and may not answer. */
    private ScenarioLoader loader() {
        if (loader == null) {
            loader = new ScenarioLoader(session.protocols().get(), session.terminal().scriptCache(),
                    session.classes());
        }
        return loader;
    }

    private Loaded neverEnds(Path file, List<StackTraceElement> frames) {
        String name = file.getFileName().toString();
        int line = frames.stream().filter(frame -> name.equals(frame.getFileName())).findFirst()
                .map(StackTraceElement::getLineNumber).orElse(0);
        List<String> others = Culprit.atWork(frames);
        if (line == 0 && !others.isEmpty()) {
            return unread(Diagnostic.error(new SourcePlace(file.toString(), 0, 0, 0),
                    "a protocol that was asked what it offers has been at work for "
                            + new Span(patience.toNanos()) + " and does not answer",
                    "look at " + others.get(0)));
        }
        Diagnostic diagnostic = Diagnostic.error(new SourcePlace(file.toString(), Math.max(0, line), 1, 1),
                "the script has been at work for " + new Span(patience.toNanos()) + " and comes to no end",
                "a scenario describes, it does not wait or compute: look for a loop, or write --patience 60");
        return unread(diagnostic);
    }

    private static Loaded unread(Diagnostic why) {
        return new Loaded(List.of(), List.of(why), Map.of());
    }
}
