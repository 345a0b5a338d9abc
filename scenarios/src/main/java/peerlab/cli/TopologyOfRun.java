package peerlab.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.dsl.replay.RecordedFiles;
import peerlab.dsl.use.UsedClasses;
import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.Simulation;
import peerlab.engine.base.SimTime;
import peerlab.engine.observe.Topology;
import peerlab.engine.spec.RecordSpec;
import peerlab.engine.spec.ScenarioSpec;

/** Runs a scenario as far as is needed to see who knows whom. */
final class TopologyOfRun {

    private final Session session;
    private final ScenarioSpec spec;
    private final Duration patience;

    TopologyOfRun(Session session, ScenarioSpec spec, Duration patience) {
        this.session = session;
        this.spec = spec;
        this.patience = patience;
    }

    /** The topology at each instant, in their order; at the end of the run where none is said. */
    List<NamedTopology> at(List<SimTime> instants) {
        SimTime end = spec.stop().at();
        instants.stream().filter(end::isBefore).findFirst().ifPresent(late -> {
            throw new WrongUse("the run is over at " + end + ", before " + late, "name an earlier time");
        });
        Simulation simulation = Simulation.of(spec.withRecord(RecordSpec.NOTHING), session.protocols().get())
                .withHooks(new UsedClasses(spec.uses(), session.classes()))
                .withRecordings(new RecordedFiles());
        WatchedRun watched = new WatchedRun(session, spec, patience);
        Optional<List<NamedTopology>> seen = watched.over(simulation, () -> {
            simulation.start();
            List<NamedTopology> all = new ArrayList<>();
            for (SimTime instant : instants.isEmpty() ? List.of(end) : instants) {
                simulation.runUntil(instant);
                Topology topology = simulation.view().topology().at(instant);
                all.add(new NamedTopology("at " + instant, topology));
            }
            return all;
        }, () -> { });
        return seen.orElseThrow(() -> new WrongUse(watched.stuck().failure().sentence(),
                "give it more time: --patience 60"));
    }
}
