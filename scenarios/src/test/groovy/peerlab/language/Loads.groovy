package peerlab.language

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.LoadOptions
import peerlab.dsl.ScenarioLoader
import peerlab.dsl.replay.RecordedFiles
import peerlab.engine.RunResult
import peerlab.engine.Simulation
import peerlab.engine.observe.Observer
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ScenarioSpec

/** Scenarios as text, loaded and run with what is installed, for specs of what the language means. */
class Loads {

    final Path folder
    final Protocols protocols

    Loads(Path folder, Protocols protocols = Protocols.installed()) {
        this.folder = folder
        this.protocols = protocols
    }

    /** The only run of a text without errors. */
    ScenarioSpec spec(String text, String ending = 'yaml') {
        def file = Files.writeString(folder.resolve("scenario.$ending"), text)
        def loaded = new ScenarioLoader(protocols).load(file, LoadOptions.NONE)
        assert !loaded.hasErrors(): loaded.render(false) + text
        loaded.runs()[0]
    }

    RunResult run(String text, Observer... observers) {
        run(spec(text), observers)
    }

    RunResult run(ScenarioSpec spec, Observer... observers) {
        def simulation = Simulation.of(spec, protocols).withRecordings(new RecordedFiles())
        observers.each { simulation = simulation.observedBy(it) }
        def result = simulation.run()
        assert result.failure().empty: result.failure()
        result
    }
}
