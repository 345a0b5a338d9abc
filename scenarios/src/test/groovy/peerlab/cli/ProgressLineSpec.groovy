package peerlab.cli

import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir

import peerlab.engine.Progress
import peerlab.engine.base.SimTime

class ProgressLineSpec extends Specification {

    static final long SECOND = 1_000_000_000L

    @TempDir
    Path folder

    def "a run that takes more than a second shows how far it has come, and leaves nothing behind"() {
        given: "a person at a terminal"
        def shell = new Shell(folder).tap { errIsTerminal = true }
        def line = new ProgressLine(shell.terminal(), 'kademlia')

        when: "one second has not passed yet"
        line.update(progress(0, 0), SECOND - 1)

        then:
        shell.errors() == ''

        when: "after two seconds a third of the way is done"
        line.update(progress(30, 2_400_000), 2 * SECOND)

        then:
        shell.errors() == '\rkademlia  30.0 s of 90 s  33 %  1.2 million events/s'

        when: "a shorter line overwrites all of a longer one"
        line.update(progress(30, 4_000), 4 * SECOND)

        then:
        shell.errors().endsWith('\rkademlia  30.0 s of 90 s  33 %  1 thousand events/s ')

        when:
        line.erase()
        line.erase()

        then: "blanks over all that was shown, once"
        shell.errors().endsWith('events/s \r' + ' ' * 52 + '\r')
    }

    def "nothing is shown where nobody watches"() {
        given:
        def shell = new Shell(folder)

        when:
        def line = new ProgressLine(shell.terminal(), 'kademlia')
        line.update(progress(1, 1), 5 * SECOND)
        line.erase()

        then:
        shell.errors() == ''
    }

    def "on a narrow terminal the line is cut, not wrapped"() {
        given:
        def shell = new Shell(folder).tap { errIsTerminal = true; environment = [COLUMNS: '30'] }

        when:
        new ProgressLine(shell.terminal(), 'kademlia')
                .update(new Progress(SimTime.ZERO, 50, SimTime.ZERO, '', ''), 5 * SECOND)

        then:
        shell.errors() == '\rkademlia  0.0 s of 0 s  100 %'
    }

    def "before the first event the run is being set up"() {
        given:
        def shell = new Shell(folder).tap { errIsTerminal = true }

        when:
        new ProgressLine(shell.terminal(), 'kademlia').update(progress(0, 0), 5 * SECOND)

        then:
        shell.errors() == '\rkademlia  setting up'
    }

    private static Progress progress(long seconds, long events) {
        return new Progress(new SimTime(seconds * SECOND), events, new SimTime(90 * SECOND), '', '')
    }

    def "#perSecond a second reads as '#text'"() {
        expect:
        ProgressLine.rate(perSecond) == text

        where:
        perSecond   || text
        0           || '0'
        999         || '999'
        1_000       || '1 thousand'
        999_499     || '999 thousand'
        2_345_678   || '2.3 million'
    }
}
