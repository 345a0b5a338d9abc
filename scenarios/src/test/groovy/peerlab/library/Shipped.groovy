package peerlab.library

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap

import peerlab.dsl.LoadOptions
import peerlab.dsl.Loaded
import peerlab.dsl.ScenarioLoader
import peerlab.dsl.replay.RecordedFiles
import peerlab.engine.RunResult
import peerlab.engine.Simulation
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ScenarioSpec

/** The scenarios that come with Peerlab, as files, as specifications and as runs. */
final class Shipped {

    static final Path FOLDER = Path.of(System.getProperty('peerlab.root'), 'scenarios', 'library')

    private final Protocols protocols = Protocols.installed()
    private final Map<Path, RunResult> finished = new ConcurrentHashMap<>()

    /** Every scenario file, in each language that it is written in. */
    static List<Path> files() {
        Files.list(FOLDER).withCloseable { it.filter { file ->
                file.fileName.toString() =~ /\.(groovy|yaml|yml)$/ }.sorted().toList() }
    }

    /** One file for each scenario. */
    static List<Path> scenarios() {
        files().unique(false) { a, b -> id(a) <=> id(b) }
    }

    /** The ids of those written in both languages. */
    static List<String> pairs() {
        files().groupBy { id(it) }.findAll { it.value.size() > 1 }*.key
    }

    static String id(Path file) {
        file.fileName.toString().replaceFirst(/\.[^.]+$/, '')
    }

    static Path fingerprintOf(Path file) {
        FOLDER.resolve("${id(file)}.fingerprint")
    }

    /** The first of what a file comes to, where that is several runs. */
    ScenarioSpec spec(Path file, OptionalLong seed = OptionalLong.empty()) {
        loaded(file, seed).runs()[0]
    }

    Loaded loaded(Path file, OptionalLong seed = OptionalLong.empty()) {
        def loaded = new ScenarioLoader(protocols).load(file, new LoadOptions([:], seed))
        assert !loaded.hasErrors(): loaded.render(false)
        loaded
    }

    Simulation simulation(ScenarioSpec spec) {
        Simulation.of(spec, protocols).withRecordings(new RecordedFiles())
    }

    /** A run of the file as it stands; the same one whenever it is asked for again. */
    RunResult result(Path file) {
        finished.computeIfAbsent(file) { simulation(spec(it)).run() }
    }
}
