package peerlab.dsl

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.diagnostic.Diagnostic.Severity

import spock.lang.Specification

/** What a scenario says and a run cannot do is a warning. */
class SurprisesSpec extends Specification {

    /** See {@link WrongFilesSpec}. */
    static final boolean REWRITES = Boolean.parseBoolean(System.getenv('PEERLAB_REWRITE'))

    def '#name may be run, and the text beside it warns of what would surprise'() {
        given: 'the file'
        def file = Scenarios.resource("surprising/$name")

        when: 'it is loaded'
        def loaded = Scenarios.load(file)
        def said = loaded.render(false).replace(file.parent.toString() + File.separator, '')
        if (REWRITES) {
            Files.writeString(expected(name), said)
        }

        then: 'it can be run'
        !loaded.runs().empty
        loaded.diagnostics()*.severity().unique() == [Severity.WARNING]

        and: 'the warning is the expected one, to the letter'
        said == Files.readString(expected(name))

        where: 'the files are all those in the folder'
        name << ['.yaml', '.groovy'].collectMany { ending ->
            Scenarios.files('surprising', ending)*.fileName*.toString()
        }
    }

    def 'both languages are warned of the same in #name'() {
        expect: 'the same words, but for how the languages spell'
        warnings("${name}.yaml")*.message() == warnings("${name}.groovy")*.message()

        where:
        name << Scenarios.files('surprising', '.yaml').collect { it.fileName.toString() - '.yaml' }
    }

    private static List warnings(String name) {
        Scenarios.load(Scenarios.resource("surprising/$name")).diagnostics()
    }

    private static Path expected(String name) {
        def module = Path.of(System.getProperty('peerlab.root'), 'dsl')
        module.resolve("src/test/resources/surprising/${name}.expected")
    }
}
