package peerlab.kademlia

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.engine.RunResult
import peerlab.engine.Simulation
import peerlab.engine.observe.Observer
import peerlab.engine.observe.RunEvent
import peerlab.engine.observe.View
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ScenarioSpec

/** A scenario as text, run with whoever watches. */
class Trial {

    private final Protocols protocols = Protocols.installed()
    private final Path folder

    Trial(Path folder) {
        this.folder = folder
    }

    /** The scenario that a text in YAML is, after the proof that nothing is wrong with it. */
    ScenarioSpec spec(String yaml) {
        def file = Files.writeString(folder.resolve('trial.yaml'), yaml.stripIndent())
        def loaded = new ScenarioLoader(protocols).load(file, LoadOptions.NONE)
        assert loaded.diagnostics() == []
        loaded.runs()[0]
    }

    Simulation simulation(String yaml) { Simulation.of(spec(yaml), protocols) }

    RunResult run(String yaml) {
        def result = simulation(yaml).run()
        assert result.failure().empty
        result
    }

    /** Tells the closure of each event of these kinds. */
    RunResult run(String yaml, List<RunEvent.Kind> kinds, Closure<?> look) {
        simulation(yaml).observedBy(new Observer() {

            @Override
            int interests() { kinds.collect { it.bit() }.sum() as int }

            @Override
            void on(RunEvent event, View view) { look(event, view) }
        }).run()
    }

    static double value(RunResult result, String metric) {
        result.metrics().values()[metric].value() as double
    }
}
