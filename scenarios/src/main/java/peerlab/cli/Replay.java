package peerlab.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.replay.RecordedFiles;
import peerlab.dsl.use.UsedClasses;
import peerlab.engine.Simulation;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.reports.trace.TraceFilter;
import peerlab.reports.trace.TracePrinter;
import peerlab.reports.trace.TraceText;

/**
 * Runs a scenario once more and prints the events that somebody asked for, no further than the last of
 * them.
 */
final class Replay {

    /** After each of so many parts of the time it is seen whether anybody still reads. */
    private static final int PARTS = 200;

    private final Session session;
    private final TraceFilter filter;
    private final TraceText text;
    private final Duration patience;

    Replay(Session session, TraceFilter filter, TraceText text, Duration patience) {
        this.session = session;
        this.filter = filter;
        this.text = text;
        this.patience = patience;
    }

    ExitCode show(ScenarioSpec spec) {
        Terminal terminal = session.terminal();
        Gate gate = new Gate(terminal.out());
        TracePrinter printer = new TracePrinter(filter, text, gate, Long.MAX_VALUE);
        Simulation simulation = Simulation.of(spec.withRecord(RecordSpec.NOTHING), session.protocols().get())
                .withHooks(new UsedClasses(spec.uses(), session.classes()))
                .withRecordings(new RecordedFiles()).observedBy(printer);
        WatchedRun watched = new WatchedRun(session, spec, patience);
        if (watched.over(simulation, () -> replay(simulation, spec), gate::shut).isEmpty()) {
            watched.stuck().tell(terminal);
            return ExitCode.FAIL;
        }
        if (printer.matched() == 0) {
            terminal.warn("no event of the run is meant by that");
        }
        return ExitCode.PASS;
    }

    private boolean replay(Simulation simulation, ScenarioSpec spec) {
        simulation.start();
        filter.peers().forEach(name -> checkPeer(name, simulation.view().peers()));
        long end = Math.min(spec.stop().at().nanos(), filter.to().nanos());
        for (int part = 1; part <= PARTS; part++) {
            simulation.runUntil(new SimTime(part == PARTS ? end : end / PARTS * part));
            if (session.terminal().isUnread()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Lets lines out until it is shut: a run that was given up may yet wake up, and is not to be heard
     * again.
     */
    private static final class Gate implements Appendable {

        private final PrintStream out;
        private boolean isShut;

        Gate(PrintStream out) {
            this.out = out;
        }

        synchronized void shut() {
            isShut = true;
        }

        @Override
        public synchronized Appendable append(CharSequence text) throws IOException {
            if (isShut) {
                throw new IOException("nobody waits for this run any more");
            }
            out.append(text);
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char c) throws IOException {
            return append(String.valueOf(c));
        }
    }

    /** Complains of a peer that the run does not have. */
    static void checkPeer(String name, List<PeerId> peers) {
        List<String> names = peers.stream().map(PeerId::name).toList();
        if (!names.contains(name)) {
            throw new WrongUse("there is no peer '" + name + "'",
                    Suggestion.remedy(name, names, names.isEmpty() ? "the scenario has no peers"
                            : "the peers are " + names.get(0) + " to " + names.get(names.size() - 1)));
        }
    }
}
