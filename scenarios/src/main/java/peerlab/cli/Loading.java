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

    /** So many times as much patience is worth a try. */
    private static final int LONGER = 6;

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
        return unread(givenUp(file, patience, stuck.frames()));
    }

    /** Made where patience is kept: protocols are asked what they offer, and may not answer. */
    private ScenarioLoader loader() {
        if (loader == null) {
            loader = new ScenarioLoader(session.protocols().get(), session.terminal().scriptCache(),
                    session.classes());
        }
        return loader;
    }

    /**
     * What to say of a file that was given up.
     *
     * @param waited how long it was waited for
     * @param frames where the reading stood then
     */
    static Diagnostic givenUp(Path file, Duration waited, List<StackTraceElement> frames) {
        Span span = new Span(waited.toNanos());
        List<String> others = Culprit.atWork(frames);
        String longer = "--patience " + Math.max(1, waited.toSeconds() * LONGER);
        String message;
        String remedy;
        if (!others.isEmpty()) {
            message = "a protocol that was asked what it offers has been at work for " + span
                    + " and does not answer";
            remedy = "look at " + others.get(0);
        } else if (ScenarioLoader.isCarryingOut(frames)) {
            message = "the script has been at work for " + span + " and comes to no end";
            remedy = "a scenario describes, it does not wait or compute: look for a loop, or write " + longer;
        } else {
            message = "this has been read for " + span + ", and not to its end";
            remedy = "look for what repeats or nests thousands of times; if it is meant, write " + longer;
        }
        return Diagnostic.error(new SourcePlace(file.toString(), 0, 0, 0), message, remedy);
    }

    private static Loaded unread(Diagnostic why) {
        return new Loaded(List.of(), List.of(why), Map.of());
    }
}
