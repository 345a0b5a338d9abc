package peerlab.dsl

import java.nio.file.Files
import java.nio.file.Path

import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ScenarioSpec

/** Loads scenarios for specs, with two protocols that exist by name. */
class Scenarios {
    static final Protocols PROTOCOLS = new Protocols([new FakeKademlia(), new FakeRaft()])

    static Loaded load(Path file, Map<String, String> set = [:], OptionalLong seed = OptionalLong.empty()) {
        new ScenarioLoader(PROTOCOLS, Optional.empty(), new Students()).load(file, new LoadOptions(set, seed))
    }

    /** A scenario in YAML that is right but for what is asked for, in a file of its own. */
    static Loaded yaml(Path folder, String text, Map<String, String> set = [:]) {
        load(Files.writeString(folder.resolve('scenario.yaml'), text), set)
    }

    static Loaded groovy(Path folder, String text, Map<String, String> set = [:]) {
        load(Files.writeString(folder.resolve('scenario.groovy'), text), set)
    }

    /** The only run, after the proof that nothing was complained of. */
    static ScenarioSpec only(Loaded loaded) {
        assert loaded.render(false) == ''
        assert loaded.runs().size() == 1
        loaded.runs()[0]
    }

    static Path resource(String name) {
        Path.of(Scenarios.getResource("/$name").toURI())
    }

    /** The files of a resource folder with an ending, by name. */
    static List<Path> files(String folder, String ending) {
        Files.list(resource(folder)).withCloseable { paths ->
            paths.filter { it.toString().endsWith(ending) }.sorted().toList()
        }
    }
}
