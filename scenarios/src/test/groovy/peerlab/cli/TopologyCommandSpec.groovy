package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path

import lab.Beacons
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import peerlab.engine.protocol.Protocols

@Timeout(120)
class TopologyCommandSpec extends Specification {

    static final String SCENARIO = '''\
        scenario: Three peers, one of which crashes
        peers: { count: 3, run: beacons }
        timeline:
          - { at: 2s, crash: p2 }
        stop: { at: 5s }
        '''.stripIndent()

    @TempDir
    Path folder

    def "of a scenario, the topology of any instant, and of the end without one"() {
        expect:
        shell().call('topology crash.yaml --at 1.5s').out().startsWith('at 1.5 s: 3 peers, 3 up')
        shell().call('topology crash.yaml').out().readLines()[0].startsWith('at 5 s: 3 peers, 2 up')
        shell().call('topology crash.yaml --at 3s --format json').json().nodes*.up == [true, false, true]
    }

    def "of a run that was kept, the snapshot before it, and a word where that is of another time"() {
        given:
        def shell = shell()
        shell.call('run crash.yaml --out kept --record snapshots')

        when:
        def answer = shell.call('topology kept --at 2.2s')

        then:
        answer.code() == 0
        answer.out().startsWith('at 2 s: ')
        answer.err() == 'no snapshot was taken at 2.2 s; this one is of 2 s\n'
        shell.call('topology kept --at 2s').err() == ''
        shell.call('topology kept').out().startsWith('at 5 s: ')
    }

    def "what changed between two instants"() {
        given:
        def shell = shell()
        shell.call('run crash.yaml --out kept --record snapshots')

        expect:
        shell.call('topology crash.yaml --diff 1s 3s').out().contains('  went 1: p2\n')
        shell.call('topology crash.yaml --diff 1s 3s --format json').json().went == ['p2']
        shell.call('topology kept --diff 1s 3s --format json').json().went == ['p2']
        shell.call('topology crash.yaml --diff 1s 3s --format dot').out().startsWith('digraph difference {')
        shell.call('topology crash.yaml --diff 1s 3s --format svg').out().startsWith('<svg ')
    }

    def "as #format it can be printed or written"() {
        given:
        def shell = shell()

        expect:
        shell.call("topology crash.yaml --at 1s --format $format").out().startsWith(start)
        shell.call("topology crash.yaml --at 1s --out t.$format").out() == ''
        folder.resolve("t.$format").toFile().text.startsWith(start)

        where:
        format    || start
        'json'    || '{\n  "name": "at 1 s"'
        'graphml' || '<?xml '
        'dot'     || 'digraph topology {'
        'svg'     || '<svg '
    }

    def "dots go into a file"() {
        given:
        def shell = shell()

        expect:
        shell.call('topology crash.yaml --at 1s --out t.png').code() == 0
        shell.call('topology crash.yaml --diff 1s 2s --out d.png').code() == 0
        [folder.resolve('t.png'), folder.resolve('d.png')].every {
            Files.readAllBytes(it)[1..3] as byte[] == 'PNG'.bytes
        }
    }

    def "'peerlab topology #line' is answered in words, with code 3"() {
        given:
        def shell = shell()
        shell.call('run crash.yaml --out kept --record snapshots')

        when:
        def answer = shell.call('topology ' + line)

        then:
        answer.err() == text.stripIndent()
        answer.code() == 3

        where:
        line || text
        'crash.yaml --at 2' || '''\
            peerlab: --at takes a time with its unit, found '2'
                     = write --at 51.480s
            '''
        'crash.yaml --at 9s' || '''\
            peerlab: the run is over at 5 s, before 9 s
                     = name an earlier time
            '''
        'crash.yaml --at 1s --diff 1s 2s' || '''\
            peerlab: --at and --diff say two things
                     = leave one of them out
            '''
        'crash.yaml --diff 3s 2s' || '''\
            peerlab: --diff 3s 2s ends before it begins
                     = write the earlier time first
            '''
        'crash.yaml --diff 1s 2s --format graphml' || '''\
            peerlab: --format does not know 'graphml' of a difference
                     = there are text, json, dot, svg, png
            '''
        'crash.yaml --format jsn' || '''\
            peerlab: --format does not know 'jsn'
                     = did you mean 'json'?
            '''
        'crash.yaml --format png' || '''\
            peerlab: a picture of dots is no text to print
                     = add --out NAME.png
            '''
        'crash.yaml kept' || '''\
            peerlab: peerlab topology takes one run, found crash.yaml kept
                     = leave out all but one
            '''
        'kept --seed 3' || '''\
            peerlab: 'kept' is a run that was kept
                     = leave out --seed and --set
            '''
        'crash.yaml --out nowhere/t.svg' || '''\
            peerlab: --out 'nowhere/t.svg' cannot be written: ~/nowhere/t.svg
                     = name a file in a folder that is there
            '''
    }

    def "a wrong scenario, and a run without snapshots, are answered as everywhere"() {
        given:
        def shell = shell()
        shell.file('wrong.yaml', SCENARIO.replace('run:', 'rnu:'))
        shell.call('run crash.yaml --out kept --record snapshots')
        folder.resolve('kept/topology').toFile().deleteDir()

        expect:
        shell.call('topology wrong.yaml').code() == 3
        shell.call('topology kept').err().startsWith("peerlab: the run in 'kept' kept no snapshots\n")
    }

    def "a handler that never returns ends it with who and what"() {
        given:
        def beacons = new Beacons()
        def shell = shell(beacons)
        shell.file('hangs.yaml', SCENARIO.replace('run: beacons', 'run: beacons, misbehaves: hangs'))
        shell.pulse = new RunSpec.HangPulse(beacons)

        when:
        def answer = shell.call('topology hangs.yaml')

        then:
        answer.code() == 3
        answer.err().contains('has been handling Hello from p1')
    }

    private Shell shell(Beacons beacons = new Beacons()) {
        def shell = new Shell(folder)
        shell.protocols = { new Protocols([beacons]) }
        shell.file('crash.yaml', SCENARIO)
        shell
    }
}
