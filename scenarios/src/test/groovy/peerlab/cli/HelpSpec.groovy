package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

class HelpSpec extends Specification {

    @TempDir
    Path folder

    def "help names every command, and says what the exit codes mean"() {
        when:
        def answer = new Shell(folder).call('help')

        then:
        answer.code() == 0
        answer.err() == ''
        ['run', 'check', 'trace', 'topology', 'export', 'report', 'list', 'new', 'convert', 'explain',
                'schema', 'replay', 'place', 'bench', 'version', 'help'].every {
            answer.out() =~ /(?m)^  $it +\w/
        }
        answer.out().contains('Exit codes: 0 pass, 1 fail, 2 inconclusive, 3')
    }

    def "'#line' shows the help of run on the output"() {
        when:
        def answer = new Shell(folder).call(line)

        then:
        answer.code() == 0
        answer.out().startsWith('peerlab run [')
        ['--seed', '--set', '--out', '--record', '--quiet', '--json', '--limit', '--patience',
                '--color'].every {
            answer.out().contains(it)
        }

        where:
        line << ['help run', 'run --help', 'run -h']
    }

    def "'--help' is help, while no command at all is a wrong command line: help on the error stream"() {
        when:
        def asked = new Shell(folder).call('--help')
        def bare = new Shell(folder).call('')

        then:
        asked.code() == 0
        bare.code() == 3
        bare.out() == ''
        bare.err() == asked.out()
    }

    def "help is coloured when that is asked for, and only then"() {
        expect:
        new Shell(folder).call('help run --color always').out().contains('\u001b[')
        !new Shell(folder).call('help run').out().contains('\u001b[')
    }

    def "the version names Peerlab and the JVM, in words and in JSON"() {
        when:
        def words = new Shell(folder).call('version')
        def json = new Shell(folder).call('version --json').json()

        then:
        words.out().readLines()[0] ==~ /Peerlab .+/
        words.out().contains(System.getProperty('java.version'))
        json.java == System.getProperty('java.version')
        json.keySet() == ['peerlab', 'java', 'vm', 'system'] as Set
        new Shell(folder).call('--version').out() == words.out()
    }
}
