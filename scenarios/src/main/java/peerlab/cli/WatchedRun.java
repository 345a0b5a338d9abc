package peerlab.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import peerlab.engine.Progress;
import peerlab.engine.Simulation;
import peerlab.engine.spec.ScenarioSpec;

/** A run that somebody waits for: with a line that says how far it is, and an end to patience. */
final class WatchedRun {

    /**
     * Setting up a million peers, or measuring their topology, is no event and may take so much longer than
     * one.
     */
    private static final int LONGER_BETWEEN_EVENTS = 60;

    private final Session session;
    private final ScenarioSpec spec;
    private final Duration patience;
    private Optional<StuckRun> stuck = Optional.empty();

    WatchedRun(Session session, ScenarioSpec spec, Duration patience) {
        this.session = session;
        this.spec = spec;
        this.patience = patience;
    }

    /**
     * Does work with the simulation; empty where it comes to no end.
     *
     * @param silence keeps the work from being heard of, should it wake up later
     */
    <T> Optional<T> over(Simulation simulation, Callable<T> work, Runnable silence) {
        ProgressLine line = new ProgressLine(session.terminal(), spec.id());
        try {
            Watch.Outcome<T> outcome = new Watch(session.pulse()).over(
                    work, simulation::progress, this::patienceNanos, line::update);
            if (outcome instanceof Watch.Done<T> done) {
                return Optional.of(done.value());
            }
            giveUp((Watch.Stuck<?, ?>) outcome, silence);
            return Optional.empty();
        } catch (WrongUse | FaultInRun | OutOfMemoryError known) {
            throw known;
        } catch (RuntimeException | Error fault) {
            throw new FaultInRun(spec, simulation.progress(), fault);
        } finally {
            line.erase();
        }
    }

    private void giveUp(Watch.Stuck<?, ?> standstill, Runnable silence) {
        Progress progress = (Progress) standstill.state();
        StuckRun run = new StuckRun(spec, progress, standstill.frames(), patience);
        silence.run();
        standstill.leave();
        run.faultOfOurs().ifPresent(fault -> {
            throw new FaultInRun(spec, progress, fault);
        });
        stuck = Optional.of(run);
    }

    /** Where the work stood when patience was over. */
    StuckRun stuck() {
        return stuck.orElseThrow(
                () -> new IllegalStateException("the run of '" + spec.id() + "' came to its end"));
    }

    private long patienceNanos(Progress progress) {
        boolean isHandling = progress.events() > 0 && !progress.doing().isEmpty();
        return isHandling ? patience.toNanos() : patience.multipliedBy(LONGER_BETWEEN_EVENTS).toNanos();
    }
}
