package peerlab.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import peerlab.dsl.replay.RecordedFiles;
import peerlab.dsl.use.UsedClasses;
import peerlab.engine.RunResult;
import peerlab.engine.Simulation;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.protocol.WireFormat;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.trace.TraceWriter;
import peerlab.reports.Machine;
import peerlab.reports.PeerList;
import peerlab.reports.RunDirectory;
import peerlab.reports.RunDirectoryException;
import peerlab.reports.export.AtEndOfRun;
import peerlab.reports.export.capture.Encoder;

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
    Ran run(ScenarioSpec spec, Optional<Path> folder) throws IOException {
        return folder.isPresent() ? kept(spec, folder.get())
                : new Ran(watched(simulation(spec.withRecord(RecordSpec.NOTHING)), spec), Optional.empty());
    }

    private Ran kept(ScenarioSpec spec, Path folder) throws IOException {
        RecordSpec record = record(spec);
        Simulation simulation = simulation(spec.withRecord(record)).inDetail();
        RunDirectory directory = session.interruption().during(spec.id(),
                () -> RunDirectory.open(folder, Machine.here()), Runs::close);
        try {
            return record.trace() || record.messages() ? traced(simulation, spec, record, directory)
                    : finished(watched(simulation, spec), directory);
        } finally {
            close(directory);
            session.interruption().over();
        }
    }

    private Ran traced(Simulation simulation, ScenarioSpec spec, RecordSpec record, RunDirectory directory)
            throws IOException {
        TraceWriter trace = new TraceWriter(directory.openTrace(), record);
        PeerList peers = new PeerList();
        RunResult result;
        try {
            result = watched(simulation.observedBy(trace).observedBy(peers), spec);
        } catch (RuntimeException | Error e) {
            close(trace);
            throw e;
        }
        try {
            trace.close();
        } catch (IOException e) {
            return new Ran(result, Optional.of(RunDirectoryException.of(directory.folder(), e)));
        }
        return record.messages() && !StuckRun.is(result) ? exported(result, peers, directory)
                : finished(result, directory);
    }

    private Ran exported(RunResult result, PeerList peers, RunDirectory directory) {
        try {
            AtEndOfRun.addTo(directory, peers, result.messages(), wires(session.protocols().get()));
        } catch (IOException e) {
            return new Ran(result, Optional.of(RunDirectoryException.of(directory.folder(), e)));
        }
        return finished(result, directory);
    }

    /** How the messages of a protocol look on a wire, by the protocol's name. */
    static Function<String, Optional<WireFormat>> wires(Protocols protocols) {
        return name -> protocols.find(name).flatMap(ProtocolProvider::wire);
    }

    private Ran finished(RunResult result, RunDirectory directory) {
        try {
            if (!StuckRun.is(result)) {
                AtEndOfRun.addTopology(directory, result);
                directory.finish(result, Encoder.by(wires(session.protocols().get())));
            }
            return new Ran(result, Optional.empty());
        } catch (IOException e) {
            return new Ran(result, Optional.of(RunDirectoryException.of(directory.folder(), e)));
        }
    }

    /** What was not finished and cannot be removed stays under a temporary name. */
    static void close(Closeable unfinished) {
        try {
            unfinished.close();
        } catch (IOException e) {
            // more important things are being told
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
