package peerlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

import peerlab.dsl.replay.RecordedFiles;
import peerlab.dsl.use.UsedClasses;
import peerlab.engine.Simulation;
import peerlab.engine.base.SimTime;
import peerlab.engine.observe.Observer;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.View;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.reports.stored.Lines;
import peerlab.reports.trace.EventLines;
import peerlab.reports.trace.TraceFilter;

/** The events of a scenario, which runs again each time that somebody goes through them. */
final class ReplayedLines implements Lines {

    /** After each of so many parts of the time it is seen whether anybody still reads. */
    private static final int PARTS = 200;

    private final Session session;
    private final ScenarioSpec spec;
    private final TraceFilter filter;
    private final Duration patience;
    private Optional<StuckRun> stuck = Optional.empty();

    ReplayedLines(Session session, ScenarioSpec spec, TraceFilter filter, Duration patience) {
        this.session = session;
        this.spec = spec;
        this.filter = filter;
        this.patience = patience;
    }

    @Override
    public void goThrough(Reader reader) throws IOException {
        Listener listener = new Listener(reader);
        Simulation simulation = Simulation.of(spec.withRecord(RecordSpec.NOTHING), session.protocols().get())
                .withHooks(new UsedClasses(spec.uses(), session.classes()))
                .withRecordings(new RecordedFiles()).observedBy(listener);
        WatchedRun watched = new WatchedRun(session, spec, patience);
        if (watched.over(simulation, () -> run(simulation, listener), listener::shut).isEmpty()) {
            stuck = Optional.of(watched.stuck());
        }
        if (listener.failure != null) {
            throw listener.failure;
        }
        if (listener.refusal != null) {
            throw listener.refusal;
        }
    }

    /** The run that came to no end, if it came to none. */
    Optional<StuckRun> stuck() {
        return stuck;
    }

    private boolean run(Simulation simulation, Listener listener) {
        simulation.start();
        filter.peers().forEach(name -> Replay.checkPeer(name, simulation.view().peers()));
        long end = Math.min(spec.stop().at().nanos(), filter.to().nanos());
        for (int part = 1; part <= PARTS && !listener.isShut; part++) {
            simulation.runUntil(new SimTime(part == PARTS ? end : end / PARTS * part));
            if (session.terminal().isUnread()) {
                return false;
            }
        }
        return true;
    }

    /** Tells a reader of each event until that has enough; what it throws must not look like the run's. */
    private static final class Listener implements Observer {

        private final Reader reader;
        private final EventLines lines = new EventLines();
        private volatile boolean isShut;
        private IOException failure;
        private WrongUse refusal;

        Listener(Reader reader) {
            this.reader = reader;
        }

        synchronized void shut() {
            isShut = true;
        }

        @Override
        public synchronized void on(RunEvent event, View view) {
            if (isShut) {
                return;
            }
            try {
                isShut = !reader.read(lines.of(event, view));
            } catch (IOException e) {
                failure = e;
                isShut = true;
            } catch (UncheckedIOException e) {
                failure = e.getCause();
                isShut = true;
            } catch (WrongUse e) {
                refusal = e;
                isShut = true;
            }
        }
    }
}
