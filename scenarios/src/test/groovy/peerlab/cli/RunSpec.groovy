package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Future

import com.fasterxml.jackson.databind.ObjectMapper
import lab.Beacons
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import peerlab.engine.protocol.Protocols

@Timeout(120)
class RunSpec extends Specification {

    @TempDir
    Path folder

    Beacons beacons = new Beacons()

    def "a scenario that passes is told in full: the claim, the numbers, each expectation"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3'))

        when:
        def answer = shell.call('run greetings.yaml --seed 7')
        def lines = answer.out().readLines()

        then:
        answer.code() == 0
        answer.err() == ''
        lines[0] ==~ /PASS  greetings   seed 7   fingerprint [0-9a-f]{16}   3 peers, 5 s simulated in .*/
        lines[1] == '      Three peers greet each other'
        lines[3] == '  o at end peers.up == 3'
    }

    def "verdict #verdict gives the exit code #code"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario(condition))

        when:
        def answer = shell.call('run greetings.yaml')

        then:
        answer.code() == code
        answer.out().startsWith(verdict + '  greetings')

        where:
        condition                  || verdict        | code
        'peers.up == 3'            || 'PASS'         | 0
        'peers.up == 4'            || 'FAIL'         | 1
        'messages.sent == 3 * 5'   || 'PASS'         | 0
    }

    def "a failure names the line that repeats it, with what the command line had set"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 4').replace('peers:', 'params: { n: 9 }\npeers:')
                .replace('count: 3', 'count: $n'))

        when:
        def answer = shell.call('run greetings.yaml --seed 5 --set n=3')

        then:
        answer.code() == 1
        answer.out().contains('peerlab run ~/greetings.yaml --seed 5 --set n=3')
    }

    def "the same file and seed give the same fingerprint, another seed another run"() {
        given: "a network with chance in it"
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3')
                .replace('expect:', 'network: { latency: 20ms..80ms }\nexpect:'))

        expect:
        fingerprint(shell, '--seed 1') == fingerprint(shell, '--seed 1')
        fingerprint(shell, '--seed 1') != fingerprint(shell, '--seed 2')
    }

    def "a scenario that is wrong is answered with its place, and nothing is run"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.pu == 3'))

        when:
        def answer = shell.call('run greetings.yaml')

        then:
        answer.code() == 3
        answer.out() == ''
        answer.err().contains('greetings.yaml:4:')
        answer.err().contains('1 error, nothing was run')
    }

    def "a warning is told, and the scenario runs all the same"() {
        given: "a parameter that nothing asks for"
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3')
                .replace('peers:', 'params: { spare: 1 }\npeers:'))

        when:
        def answer = shell.call('run greetings.yaml')

        then:
        answer.code() == 0
        answer.out().startsWith('PASS')
        answer.err().contains('greetings.yaml:2:')
        answer.err().contains("warning: ")
        answer.err().contains("'spare'")

        and: "a program that reads JSON is not disturbed"
        shell.call('run greetings.yaml --json').err() == ''
    }

    def "several files give a line each and a total, and the worst counts"() {
        given: "a folder with one that passes, one that fails, one that is wrong, and other files"
        def shell = shell()
        shell.file('some/a-passes.yaml', scenario('peers.up == 3'))
        shell.file('some/b-fails.yml', scenario('peers.up == 4'))
        shell.file('some/c-wrong.yaml', scenario('peers.pu == 4'))
        shell.file('some/.hidden.yaml', 'nonsense')
        shell.file('some/notes.txt', 'nonsense')

        when:
        def answer = shell.call('run some')
        def lines = answer.out().readLines()

        then:
        answer.code() == 3
        lines.size() == 4
        lines[0] ==~ /PASS +a-passes +seed 1 .*/
        lines[1] ==~ /FAIL +b-fails +seed 1 .*/
        lines[2] == ''
        lines[3] == '3 scenarios: 1 passed, 1 failed, 0 inconclusive, 1 not run'
        answer.err().contains('c-wrong.yaml:4:')
    }

    def "quietly, only what does not pass is told"() {
        given:
        def shell = shell()
        shell.file('passes.yaml', scenario('peers.up == 3'))
        shell.file('fails.yaml', scenario('peers.up == 4'))

        expect:
        shell.call('run passes.yaml --quiet').out() == ''
        shell.call('run passes.yaml fails.yaml --quiet').out().readLines()*.take(4) == ['FAIL']
        shell.call('run passes.yaml fails.yaml --quiet').code() == 1
    }

    def "JSON is a line for each run and for each file that is wrong"() {
        given:
        def shell = shell()
        shell.file('passes.yaml', scenario('peers.up == 3'))
        shell.file('wrong.yaml', scenario('peers.pu == 3'))

        when:
        def answer = shell.call('run passes.yaml wrong.yaml --json --seed 3')
        def documents = answer.out().readLines().collect { new ObjectMapper().readValue(it, Map) }

        then:
        answer.code() == 3
        answer.err() == ''
        documents.size() == 2
        documents[0].scenario == 'passes'
        documents[0].seed == 3
        documents[0].verdict == 'pass'
        documents[0].expectations*.verdict == ['pass']
        documents[1].verdict == 'wrong'
        documents[1].errors[0].line == 4
        documents[1].errors[0].message.contains('peers.pu')
    }

    def "--out leaves a run directory, with what --record asks for"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3'))

        when:
        def answer = shell.call('run greetings.yaml --out runs/first --record trace,messages,snapshots')
        def out = folder.resolve('runs/first')
        def manifest = new ObjectMapper().readValue(out.resolve('run.json').toFile(), Map)

        then: "the manifest agrees with what was said"
        answer.out().contains(manifest.fingerprint as String)
        ['verdicts.json', 'metrics.json', 'metrics.csv',
                'trace.jsonl'].every { Files.size(out.resolve(it)) > 0 }
        out.resolve('trace.jsonl').toFile()
                .readLines().any { it.contains('"Hello"') && it.contains('"round":1') }
        out.resolve('topology').toFile().list().length >= 10

        and: "what is watched runs as what is not"
        fingerprint(shell, '') == manifest.fingerprint
    }

    def "several runs get a folder each, even where two have one name"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3'))
        shell.file('greetings.yml', scenario('peers.up == 3'))
        shell.file('other/greetings.yaml', scenario('peers.up == 3'))
        shell.file('third/greetings.yaml', scenario('peers.up == 3'))

        when:
        shell.call('run greetings.yaml greetings.yml other/greetings.yaml third/greetings.yaml --out runs')

        then:
        folder.resolve('runs').toFile().list()
                .sort() == ['greetings', 'greetings-2', 'greetings.yaml', 'greetings.yml']
        folder.resolve('runs').toFile().listFiles().every { new File(it, 'run.json').exists() }
    }

    def "a folder that holds somebody else's files is left alone"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3'))
        shell.file('mine/run.json', 'a diary')

        when:
        def answer = shell.call('run greetings.yaml --out mine')

        then:
        answer.code() == 3
        answer.err() == '''\
            peerlab: cannot write ~/mine/run.json: it is there, and no run of Peerlab wrote it
                     = move it away, or choose another folder with --out
            '''.stripIndent()
        folder.resolve('mine/run.json').toFile().text == 'a diary'
    }

    def "a protocol that throws is a verdict on the protocol"() {
        given:
        def shell = shell()
        shell.file('rude.yaml', scenario('peers.up == 3')
                .replace('run: beacons', 'run: beacons, misbehaves: throws'))

        when:
        def answer = shell.call('run rude.yaml')

        then:
        answer.code() == 1
        answer.out().contains('threw IllegalStateException at 1')
        answer.out().contains('no manners')
        !answer.out().contains('peerlab.engine')
        folder.toFile().list().toList() == ['rude.yaml']
    }

    def "a protocol that floods meets a limit, which can be lowered"() {
        given:
        def shell = shell()
        shell.file('flood.yaml', scenario('peers.up == 3')
                .replace('run: beacons', 'run: beacons, misbehaves: floods'))

        when:
        def answer = shell.call('run flood.yaml --limit events=20')

        then:
        answer.code() == 1
        answer.out().contains("limit 'events' reached at 1")
    }

    def "a handler that never returns is a verdict too, once patience is over"() {
        given: "a clock on which a second passes at each look, as soon as the handler hangs"
        def shell = shell()
        shell.file('hangs.yaml', scenario('peers.up == 3')
                .replace('run: beacons', 'run: beacons, misbehaves: hangs'))
        shell.pulse = new HangPulse(beacons)

        when:
        def answer = shell.call('run hangs.yaml --out runs --patience 10')

        then: "who, what, since when, and where in the student's code"
        answer.code() == 1
        answer.out().startsWith('FAIL  hangs   seed 1   fingerprint ----------------')
        answer.out() =~ /p\d has been handling Hello from p\d since 1(\.\d+)? s of the run, for 10 s/
        answer.out().contains('at lab.Beacons$Beacon.neverReturns(Beacons.java:')
        !answer.out().contains('at java.')

        and: "nothing half written stays"
        !folder.resolve('runs').toFile().exists()
    }

    def "when the reader has gone the rest is not run"() {
        given: "a pipe that is closed at its other end"
        def shell = shell()
        shell.file('some/a.yaml', scenario('peers.up == 3'))
        shell.file('some/b.yaml', scenario('peers.up == 3'))
        shell.sink = new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException('Broken pipe')
            }
        }

        when:
        def answer = shell.call('run some --out runs')

        then:
        answer.code() == 141
        answer.err() == ''
        folder.resolve('runs').toFile().list().toList() == ['a']
    }

    def "a run that takes more than a second shows how far it is, on a terminal"() {
        given:
        def shell = shell()
        shell.errIsTerminal = true
        shell.file('hangs.yaml', scenario('peers.up == 3')
                .replace('run: beacons', 'run: beacons, misbehaves: hangs'))
        shell.pulse = new HangPulse(beacons)

        when:
        def answer = shell.call('run hangs.yaml --patience 3')

        then:
        answer.err().contains('hangs  1.1 s of 5 s  21 %')
        answer.err().endsWith('\r')
    }

    private Shell shell() {
        def shell = new Shell(folder)
        shell.protocols = { new Protocols([beacons]) }
        return shell
    }

    private static String scenario(String condition) {
        return """\
            scenario: Three peers greet each other
            peers: { count: 3, run: beacons }
            expect:
              - { at end: $condition }
            stop: { at: 5s }
            """.stripIndent()
    }

    private static String fingerprint(Shell shell, String options) {
        def answer = shell.run(['run', 'greetings.yaml']
                + (options.isEmpty() ? [] : options.split(' ').toList()))
        return (answer.out() =~ /fingerprint ([0-9a-f]{16})/)[0][1]
    }

    /** A second passes at each look, once the handler does not return. */
    static class HangPulse implements Pulse {
        final Beacons beacons
        long seconds

        HangPulse(Beacons beacons) {
            this.beacons = beacons
        }

        @Override
        long nanos() {
            return seconds * 1_000_000_000L
        }

        @Override
        boolean isOverAfterBeat(Future<?> work) {
            if (seconds == 0 && !work.done && beacons.hangs.count > 0) {
                new WallPulse().isOverAfterBeat(work)
            }
            if (work.done) {
                return true
            }
            seconds += beacons.hangs.count == 0 ? 1 : 0
            return false
        }
    }
}
