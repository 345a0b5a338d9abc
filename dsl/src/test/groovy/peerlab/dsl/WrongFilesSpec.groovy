package peerlab.dsl

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification

class WrongFilesSpec extends Specification {

    /**
     * PEERLAB_REWRITE=true in the environment writes what is said beside each file, to be reviewed as a
     * difference.
     */
    static final boolean REWRITES = Boolean.parseBoolean(System.getenv('PEERLAB_REWRITE'))

    def '#name is answered with the text beside it'() {
        given: 'the file and what is to be said of it'
        def file = Scenarios.resource("wrong/$name")
        def folder = file.parent.toString() + File.separator

        when: 'it is loaded'
        def loaded = Scenarios.load(file)
        def said = loaded.render(false).replace(folder, '')
        rewrite(name, said)

        then: 'nothing can be run, and every message is the expected one, to the letter'
        loaded.runs().empty
        said == Files.readString(source(name))

        and: 'no message names a class of ours or of a library'
        !(said =~ /peerlab\.|java\.|org\.|Exception|Node\b(?!')/)

        where: 'the files are all those in the folder'
        name << ['.yaml', '.groovy'].collectMany { ending ->
            Scenarios.files('wrong', ending)*.fileName*.toString()
        }
    }

    private static Path source(String name) {
        def module = Path.of(System.getProperty('peerlab.root'), 'dsl')
        module.resolve("src/test/resources/wrong/${name}.expected")
    }

    private static void rewrite(String name, String said) {
        if (REWRITES) {
            Files.writeString(source(name), said)
        }
    }
}
