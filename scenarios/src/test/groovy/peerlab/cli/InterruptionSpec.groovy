package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

class InterruptionSpec extends Specification {

    @TempDir
    Path folder

    def "an interruption says what is not finished, and tidies up, once"() {
        given:
        def shell = new Shell(folder)
        def interruption = new Interruption(shell.terminal())
        int tidied = 0

        when:
        interruption.during('kademlia.groovy') { tidied++ }
        interruption.happen()
        interruption.happen()

        then:
        tidied == 1
        shell.errors() == 'interrupted: kademlia.groovy is not finished\n'
    }

    def "on a terminal the message stands below the line with ^C in it"() {
        given:
        def shell = new Shell(folder).tap { errIsTerminal = true }
        def interruption = new Interruption(shell.terminal())

        when:
        interruption.during('kademlia.groovy') {}
        interruption.happen()

        then:
        shell.errors() == '\ninterrupted: kademlia.groovy is not finished\n'
    }

    def "when all is done there is nothing to say"() {
        given:
        def shell = new Shell(folder)
        def interruption = new Interruption(shell.terminal())

        when:
        interruption.during('kademlia.groovy') { throw new IllegalStateException('it is over') }
        interruption.over()
        interruption.happen()

        then:
        shell.errors() == ''
    }

    def "what is made for a run is put away whenever the interruption comes"() {
        given: 'a folder that is being made'
        def interruption = new Interruption(new Shell(folder).terminal())
        def made = folder.resolve('made')

        when: 'it happens right then, on another thread'
        def other = new Thread({ interruption.happen() })
        interruption.during('kademlia', {
            Files.createDirectory(made)
            other.start()
            made
        } as Interruption.Maker<Path>, { Path path -> Files.delete(path) })
        other.join()

        then: 'it waits until it knows what to put away'
        !Files.exists(made)
    }

    def "what is around all work is put away after it"() {
        given:
        def interruption = new Interruption(new Shell(folder).terminal())
        def order = []

        when:
        interruption.lastly { order << 'the folder of all runs' }
        interruption.during('kademlia') { order << 'the folder of the run' }
        interruption.happen()

        then:
        order == ['the folder of the run', 'the folder of all runs']
    }

    def "after an interruption nothing begins any more"() {
        given:
        def interruption = new Interruption(new Shell(folder).terminal())
        interruption.happen()

        when:
        interruption.during('the next run') {}

        then:
        thrown(Interruption.Interrupted)
        interruption.hasHappened()
    }
}
