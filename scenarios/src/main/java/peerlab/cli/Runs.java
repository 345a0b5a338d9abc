package peerlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import peerlab.dsl.replay.RecordedFiles;
import peerlab.dsl.use.UsedClasses;
import peerlab.engine.RunResult;
import peerlab.engine.Simulation;
import peerlab.engine.base.Span;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.trace.TraceWriter;
import peerlab.reports.Machine;
import peerlab.reports.RunDirectory;

/**
 * Runs scenarios one after another: watched, with a progress line, and with a run directory where one is
 * wanted.
 */
final class Runs {

    /** Where only the command line asks for snapshots, there are so many of them. */
    private static final int SNAPSHOTS = 10;

    private final Session session;
    private final RunSettings settings;

    Runs(Session session, RunSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** Runs one, and leaves what is to be kept in the folder. */
    RunResult run(ScenarioSpec spec, Optional<Path> folder) throws IOException {
        return folder.isPresent() ? kept(spec, folder.get())
                : watched(simulation(spec.withRecord(RecordSpec.NOTHING)), spec);
    }

    private RunResult kept(ScenarioSpec spec, Path folder) throws IOException {
        RecordSpec record = record(spec);
        Simulation simulation = simulation(spec.withRecord(record)).inDetail();
        try (RunDirectory directory = RunDirectory.open(folder, Machine.here())) {
            session.interruption().during(spec.id(), () -> close(directory));
            RunResult result;
            if (record.trace() || record.messages()) {
                try (TraceWriter trace = new TraceWriter(directory.openTrace(), record)) {
                    result = watched(simulation.observedBy(trace), spec);
                }
            } else {
                result = watched(simulation, spec);
            }
            if (!StuckRun.is(result)) {
                directory.finish(result);
            }
            return result;
        } finally {
            session.interruption().over();
        }
    }

    private static void close(RunDirectory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            // the process ends; a file with a temporary name is all that stays
        }
    }

    private Simulation simulation(ScenarioSpec spec) {
        return Simulation.of(spec, session.protocols().get()).limitedBy(settings.limits())
                .withHooks(new UsedClasses(spec.uses(), session.classes()))
                .withRecordings(new RecordedFiles());
    }

    private RunResult watched(Simulation simulation, ScenarioSpec spec) {
        WatchedRun watched = new WatchedRun(session, spec, settings.patience());
        return watched.over(simulation, simulation::run, () -> { }).orElseGet(() -> watched.stuck().result());
    }

    private RecordSpec record(ScenarioSpec spec) {
        RecordSpec own = spec.record();
        Optional<Span> pace = own.snapshotsEvery();
        if (settings.record().contains("snapshots") && pace.isEmpty()) {
            pace = Optional.of(new Span(Math.max(1, spec.stop().at().nanos() / SNAPSHOTS)));
        }
        return new RecordSpec(own.trace() || settings.record().contains("trace"),
                own.messages() || settings.record().contains("messages"), pace, own.place());
    }
}
