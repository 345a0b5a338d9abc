package peerlab.dsl.write

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.Scenarios
import peerlab.dsl.diagnostic.Renderer
import peerlab.dsl.grammar.Spelling
import peerlab.engine.protocol.Protocols
import peerlab.engine.spec.ScenarioSpec

/** Files written in the other language, for specs. */
class Written {

    static final Conversion CONVERSION = new Conversion(Scenarios.PROTOCOLS)

    static List<String> names(String folder) {
        (Scenarios.files(folder, '.yaml') + Scenarios.files(folder,
                '.groovy')).collect { it.fileName.toString() }
    }

    /** All that a file makes, which may warn but has no errors. */
    static List<ScenarioSpec> runs(Path file) {
        def loaded = Scenarios.load(file)
        assert !loaded.hasErrors(): loaded.render(false)
        assert !loaded.runs().empty
        loaded.runs()
    }

    /** The file in another folder, with the files that it includes and replays. */
    static Path copy(Path file, Path folder) {
        for (name in ['networks', 'recordings', 'matrices']) {
            def beside = file.resolveSibling(name)
            if (Files.isDirectory(beside)) {
                Files.createDirectories(folder.resolve(name))
                Files.list(beside).withCloseable { paths ->
                    paths.forEach { Files.writeString(folder.resolve("$name/$it.fileName"),
                            Files.readString(it)) }
                }
            }
        }
        Files.writeString(folder.resolve(file.fileName.toString()), Files.readString(file))
    }

    /** The text of a file in the other language. */
    static String other(Path file) {
        text(file, file.toString().endsWith('.groovy') ? Spelling.YAML : Spelling.GROOVY)
    }

    static String text(Path file, Spelling to) {
        def converted = CONVERSION.of(file, to)
        assert converted.text().isPresent():
                new Renderer(converted.sources(), false).render(converted.diagnostics())
        converted.text().get()
    }

    /** A file beside it with the same name and the other ending, in a folder of its own name. */
    static Path inOtherLanguage(Path file, String name) {
        def ending = file.toString().endsWith('.groovy') ? 'yaml' : 'groovy'
        Files.writeString(file.resolveSibling("$name.$ending"), other(file))
    }

    /** Equal but for the id, which is the file's name. */
    static boolean same(ScenarioSpec one, ScenarioSpec other) {
        assert one.title() == other.title()
        assert one.seed() == other.seed()
        assert one.params() == other.params()
        assert one.groups() == other.groups()
        assert one.uses() == other.uses()
        assert one.network() == other.network()
        assert one.timeline() == other.timeline()
        assert one.expectations() == other.expectations()
        assert one.record() == other.record()
        assert one.stop() == other.stop()
        true
    }
}
