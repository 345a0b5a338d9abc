package peerlab.dsl

import java.nio.file.Files
import java.nio.file.Path

import peerlab.dsl.diagnostic.Diagnostic.Severity

import spock.lang.Specification
import spock.lang.TempDir

/** What a scenario says and a run cannot do is a warning. */
class SurprisesSpec extends Specification {

    /** See {@link WrongFilesSpec}. */
    static final boolean REWRITES = Boolean.parseBoolean(System.getenv('PEERLAB_REWRITE'))

    @TempDir
    Path folder

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

    def 'a share of nothing is no surprise in one row of several'() {
        given: 'the run without the fault beside those with it'
        def scenario = { values -> """\
            scenario: x
            $values
            peers: { count: 10, run: kademlia }
            timeline:
              - { at: 1s, crash: any \$share }
            stop: { at: 20s }
            """.stripIndent() }

        expect:
        Scenarios.yaml(folder, scenario('matrix: { share: [0%, 20%] }')).diagnostics().empty
        Scenarios.yaml(folder, scenario('params: { share: 0% }')).diagnostics().size() == 1
    }

    def 'what leads is known where one of several protocols has leaders'() {
        expect:
        Scenarios.yaml(folder, """\
            scenario: x
            peers:
              - { count: 10, run: kademlia }
              - { count: 5, as: node, run: raft }
            timeline:
              - { at: 1s, crash: leader }
            expect:
              - { always: count { leader } <= 1 }
            stop: { at: 20s }
            """.stripIndent()).diagnostics().empty
    }

    private static List warnings(String name) {
        Scenarios.load(Scenarios.resource("surprising/$name")).diagnostics()
    }

    private static Path expected(String name) {
        def module = Path.of(System.getProperty('peerlab.root'), 'dsl')
        module.resolve("src/test/resources/surprising/${name}.expected")
    }
}
