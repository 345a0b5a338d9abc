package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

class MainSpec extends Specification {

    @TempDir
    Path folder

    @RestoreSystemProperties
    def "the shipped scenarios are in the folder that the launcher names, if they are there"() {
        given:
        def terminal = new Shell(folder).terminal()

        when:
        System.setProperty('peerlab.home', folder.toString())

        then:
        Main.session(terminal, new Interruption(terminal)).library().isEmpty()

        when:
        folder.resolve('scenarios/library').toFile().mkdirs()

        then:
        Main.session(terminal, new Interruption(terminal)).library()
                .get() == folder.resolve('scenarios/library')
    }

    @RestoreSystemProperties
    def "a shipped scenario is found by its id, and named from where one stands"() {
        given:
        def shell = new Shell(folder)
        shell.file('library/greetings.yaml', 'peers: nonsense')
        shell.library = folder.resolve('library')

        expect:
        shell.call('check greetings').out().contains('~/library/greetings.yaml')
    }

    @RestoreSystemProperties
    def "the command-line library is told not to start Groovy"() {
        when:
        Main.startWithoutGroovy()

        then:
        System.getProperty('picocli.disable.closures') == 'true'
    }
}
