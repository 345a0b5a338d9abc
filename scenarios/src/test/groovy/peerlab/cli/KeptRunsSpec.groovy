package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Future

import lab.Beacons
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import peerlab.engine.protocol.Protocols

/** What a run leaves when the disk is full, when it is interrupted, and when nobody can read what it says. */
class KeptRunsSpec extends Specification {

    @TempDir
    Path folder

    Beacons beacons = new Beacons()

    static final String FULL = '/dev/full'

    @Requires({ new File(FULL).exists() })
    def "a disk that fills up under #file takes nothing from the verdict: nothing is kept, and code 4"() {
        given: 'a disk without room where that file goes'
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 4'))
        def out = Files.createDirectories(folder.resolve('out'))
        Files.createSymbolicLink(out.resolve(".${file}.part"), Path.of(FULL))

        when:
        def answer = shell.call('run greetings.yaml --out out --record trace,messages')

        then: 'all is told that would be told otherwise'
        answer.out().startsWith('FAIL  greetings')
        answer.out().contains('peers.up == 4')

        and: 'one message says what went wrong, and what to do'
        answer.code() == 4
        answer.err() == """\
            peerlab: nothing was kept of the run: cannot write ~/out/$file: No space left on device
                     = free some space, or choose another folder with --out
            """.stripIndent()

        and: 'no half of a run is left in the folder that was there'
        out.toFile().list().length == 0

        where:
        file << ['trace.jsonl', 'verdicts.json', 'metrics.json', 'metrics.csv', 'run.json']
    }

    @Requires({ new File(FULL).exists() })
    def "an earlier run stays whole where a later one meets a full disk"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3'))
        shell.call('run greetings.yaml --out out --record trace')
        def before = contents('out')
        Files.createSymbolicLink(folder.resolve('out/.trace.jsonl.part'), Path.of(FULL))

        when:
        def answer = shell.call('run greetings.yaml --seed 2 --out out --record trace')

        then:
        answer.code() == 4
        contents('out') == before
    }

    @Requires({ new File(FULL).exists() })
    def "of several runs those are kept for which there is room, the others counted once (#jobs jobs)"() {
        given: 'three runs, and no room for the trace of the second'
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3') + 'seeds: 1..3\n')
        def second = Files.createDirectories(folder.resolve('out/greetings seed=2'.replace(' ', '-')))
        Files.createSymbolicLink(second.resolve('.trace.jsonl.part'), Path.of(FULL))

        when:
        def answer = shell.call("run greetings.yaml --out out --record trace --jobs $jobs")

        then: 'the table has all three'
        answer.code() == 4
        answer.out().readLines().count { it =~ /^  \d +PASS/ } == 3
        answer.err().startsWith('peerlab: nothing was kept of 1 of 3 runs: cannot write ')
        answer.err().readLines().size() == 2

        and: 'the summary names no folder for the one without'
        def rows = folder.resolve('out/summary.csv').toFile().readLines()
        rows.drop(1).collect { it.endsWith(',') } == [false, true, false]
        second.toFile().list().length == 0

        where:
        jobs << [1, 2]
    }

    def "a summary that cannot be written is told, and the runs are kept"() {
        given: 'a folder where the summary goes'
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3') + 'seeds: 1..2\n')
        Files.createDirectories(folder.resolve('out/.summary.csv.part/x'))

        when:
        def answer = shell.call('run greetings.yaml --out out')

        then:
        answer.code() == 4
        answer.out().readLines().count { it =~ /^  \d +PASS/ } == 2
        answer.err().startsWith('peerlab: cannot write ~/out/summary.csv: ')
        folder.resolve('out').toFile().list().count { it.startsWith('greetings') } == 2
    }

    def "somebody else's file in the way of a later run hides nothing of the earlier ones"() {
        given:
        def shell = shell()
        shell.file('a.yaml', scenario('peers.up == 3'))
        shell.file('b.yaml', scenario('peers.up == 3'))
        shell.file('out/b/run.json', 'a diary')

        when:
        def answer = shell.call('run a.yaml b.yaml --out out')

        then:
        answer.code() == 3
        answer.out().startsWith('PASS')
        answer.out().endsWith('\n1 scenario: 1 passed, 0 failed, 0 inconclusive\n')
        answer.err().startsWith('peerlab: cannot write ~/out/b/run.json: it is there')
    }

    def "a run that is interrupted #moment leaves nothing, and nothing goes that was there: #existing"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3')
                .replace('run: beacons', "run: beacons, misbehaves: $misbehaves"))
        existing.each { shell.file(it, 'mine') }
        shell.pulse = new InterruptingPulse(shell, beacons)
        def before = contents('.')

        when:
        def answer = shell.call('run greetings.yaml --out deep/out --record trace,messages')

        then: 'what went on beside it is not heard of any more'
        answer.err() == 'interrupted: greetings is not finished\n'
        contents('.') == before

        where:
        moment             | misbehaves | existing
        'while it goes on' | 'hangs'    | []
        'while it goes on' | 'hangs'    | ['deep/notes.txt']
        'while it goes on' | 'hangs'    | ['deep/out/notes.txt']
        'as it ends'       | 'no'       | []
        'as it ends'       | 'no'       | ['deep/out/notes.txt']
    }

    def "output that goes nowhere is told, with code 4"() {
        given: 'a full disk behind the output'
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3'))
        shell.sink = failing('No space left on device')

        when:
        def answer = shell.call('run greetings.yaml')

        then:
        answer.code() == 4
        answer.err() == """\
            peerlab: cannot write the output: No space left on device
                     = send it elsewhere
            """.stripIndent()
    }

    def "a reader who has gone is nobody's fault: the verdict is the exit code of a single run"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 4'))
        shell.sink = failing('Broken pipe')

        when:
        def answer = shell.call('run greetings.yaml --out out')

        then: 'what was to be kept is kept'
        answer.code() == 1
        answer.err() == ''
        folder.resolve('out/run.json').toFile().exists()
    }

    def "output to a file has no colours, no progress and no line of its own"() {
        given: 'neither stream a terminal'
        def shell = shell()
        shell.file('greetings.yaml', scenario('peers.up == 3'))

        when:
        def answer = shell.call('run greetings.yaml')

        then:
        !answer.out().contains('\u001b')
        !answer.out().contains('\r')
        answer.err() == ''
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException(reason)
            }
        }
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

    private Map<String, String> contents(String where) {
        def found = new TreeMap<String, String>()
        folder.resolve(where).toFile().eachFileRecurse { found[it.path] = it.file ? it.text : '' }
        found
    }

    /** Ctrl-C once a handler of a run hangs, or as soon as it is over but before anybody hears of that. */
    static class InterruptingPulse implements Pulse {
        final Shell shell
        final Beacons beacons
        long seconds

        InterruptingPulse(Shell shell, Beacons beacons) {
            this.shell = shell
            this.beacons = beacons
        }

        @Override
        long nanos() {
            return seconds * 1_000_000_000L
        }

        @Override
        boolean isOverAfterBeat(Future<?> work) {
            boolean isOver = new WallPulse().isOverAfterBeat(work)
            boolean isRun = Files.exists(shell.folder.resolve('deep/out/.trace.jsonl.part'))
            if (isRun && (isOver || beacons.hangs.count == 0)) {
                shell.interruption.happen()
            }
            seconds += beacons.hangs.count == 0 ? 100 : 0
            return isOver
        }
    }
}
