package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

class TerminalSpec extends Specification {

    @TempDir
    Path folder

    def "wish '#wish' with #environment on #where gives colour: #coloured"() {
        given:
        def shell = new Shell(folder)
        shell.environment = environment
        shell.outIsTerminal = where == 'a terminal'

        expect:
        shell.terminal().isColoured(wish) == coloured

        where:
        wish     | environment                            | where        || coloured
        'auto'   | [:]                                    | 'a terminal' || true
        'auto'   | [:]                                    | 'a pipe'     || false
        'auto'   | [NO_COLOR: '1']                        | 'a terminal' || false
        'auto'   | [NO_COLOR: '']                         | 'a terminal' || true
        'auto'   | [CLICOLOR: '0']                        | 'a terminal' || false
        'auto'   | [CLICOLOR: '1']                        | 'a pipe'     || false
        'auto'   | [CLICOLOR_FORCE: '1']                  | 'a pipe'     || true
        'auto'   | [CLICOLOR_FORCE: '0']                  | 'a pipe'     || false
        'auto'   | [CLICOLOR_FORCE: '1', NO_COLOR: '1']   | 'a terminal' || false
        'auto'   | [TERM: 'dumb']                         | 'a terminal' || false
        'always' | [NO_COLOR: '1']                        | 'a pipe'     || true
        'never'  | [CLICOLOR_FORCE: '1']                  | 'a terminal' || false
    }

    def "a terminal says how wide it is, within reason; #columns is #width"() {
        given:
        def shell = new Shell(folder)
        shell.environment = [COLUMNS: columns]

        expect:
        shell.terminal().width() == width

        where:
        columns || width
        '120'   || 120
        '3'     || 20
        'wide'  || 80
    }

    def "output is UTF-8 with the same line ends everywhere"() {
        given:
        def shell = new Shell(folder)

        when:
        shell.terminal().tap { say('Mazières'); out().flush() }

        then:
        (shell.sink as ByteArrayOutputStream).toByteArray() == 'Mazières\n'.getBytes('UTF-8')
    }

    def "the process's own terminal is none unless the launcher says so"() {
        when:
        def terminal = Terminal.ofProcess()

        then:
        !terminal.outIsTerminal()
        !terminal.errIsTerminal()
        terminal.path('a.yaml') == Path.of('a.yaml')
    }
}
