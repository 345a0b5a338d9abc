package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

class ExplainSpec extends Specification {

    static final Path LIBRARY = Path.of(System.getProperty('peerlab.root'), 'scenarios', 'library')

    @TempDir
    Path folder

    def "each value is told with the line that it comes from, the command line, or as a default"() {
        given:
        def shell = new Shell(folder)
        shell.library = LIBRARY

        when:
        def answer = shell.call('explain kademlia --set n=32 --seed 7')

        then:
        answer.code() == 0
        answer.err() == ''
        answer.out().contains('seed 7 (--seed)\n')
        answer.out().contains('params n = 32 (--set), k = 8 (kademlia.groovy:4)\n')
        answer.out().contains('32 peers (kademlia.groovy:6, n), p1 to p32, run kademlia\n')
        answer.out().contains('  alpha 3 (kademlia.groovy:6)\n')
        answer.out().contains('  timeout 1 s (default)\n')
        answer.out().contains("  50 s          crash any 30%, called 'the crash' (kademlia.groovy:18)\n")
        answer.out().readLines().any { it =~ /^crash any 30% +\| 'the crash'$/ }
    }

    def "the picture is as wide as the terminal"() {
        given:
        def shell = new Shell(folder)
        shell.library = LIBRARY
        shell.environment = [COLUMNS: '104']

        expect:
        shell.call('explain kademlia').out().readLines().find { it.contains('+---') }.length() == 104
    }

    def "what is wrong is told as by check"() {
        given:
        def shell = new Shell(folder)
        shell.file('a.yaml', 'scenario: A\npeers: { count: 3, rnu: flood }\nstop: { at: 1s }\n')

        expect:
        shell.call('explain a.yaml').code() == 3
        shell.call('explain a.yaml').err().contains("'peers' needs 'run'")
        shell.call('explain').code() == 3
        shell.call('explain a.yaml a.yaml').err().contains('takes one scenario, found 2')
    }
}
