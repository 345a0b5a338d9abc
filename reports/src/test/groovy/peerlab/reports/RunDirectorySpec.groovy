package peerlab.reports

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class RunDirectorySpec extends Specification {

    @TempDir
    Path temporary

    def "a run leaves its files, and nothing temporary"() {
        given: 'a folder that is not there yet'
        def folder = temporary.resolve('deep/out')

        when:
        write(folder, 'line')

        then:
        files(folder) == ['.peerlab-run', 'metrics.csv', 'metrics.json', 'report.html', 'run.json',
                'topology/after-the-crash.dot', 'topology/after-the-crash.graphml',
                        'topology/after-the-crash.json',
                'trace.jsonl', 'verdicts.json']
        Files.readString(folder.resolve('trace.jsonl')) == line('line')
        new ObjectMapper().readValue(Files.readString(folder.resolve('run.json')), Map).fingerprint ==
                '9f2c41d7a05be613'
    }

    def "while a run goes on, a reader sees the earlier run whole"() {
        given: 'a folder with a run'
        def folder = temporary.resolve('out')
        write(folder, 'first')
        def before = contents(folder)

        when: 'another run has begun, and is half written'
        def directory = RunDirectory.open(folder, Runs.MACHINE)
        directory.openTrace().withCloseable { it.write('second'.bytes) }

        then:
        contents(folder).findAll { !it.key.endsWith('.part') } == before

        when: 'it is given up'
        directory.close()

        then:
        contents(folder) == before
    }

    def "a later run replaces what the earlier one wrote, also what it no longer has"() {
        given:
        def folder = temporary.resolve('out')
        write(folder, 'first')
        def bare = Runs.but(Runs.kademlia(), fingerprint: 'f' * 16, snapshots: [])

        when: 'a run without trace and snapshots'
        RunDirectory.open(folder, Runs.MACHINE).withCloseable { it.finish(bare) }

        then:
        files(folder) == ['.peerlab-run', 'metrics.csv', 'metrics.json', 'report.html', 'run.json',
                'verdicts.json']
        Files.readString(folder.resolve('run.json')).contains('f' * 16)
    }

    def "the same run writes the same bytes"() {
        when:
        write(temporary.resolve('one'), 'x')
        write(temporary.resolve('two'), 'x')

        then:
        contents(temporary.resolve('one')) == contents(temporary.resolve('two'))
    }

    def "somebody else's files are left alone"() {
        given: 'notes beside the run, also among the snapshots'
        def folder = temporary.resolve('out')
        Files.createDirectories(folder.resolve('topology'))
        Files.writeString(folder.resolve('notes.txt'), 'mine')
        Files.writeString(folder.resolve('topology/mine.json'), 'mine')

        when:
        write(folder, 'x')
        write(folder, 'y')

        then:
        Files.readString(folder.resolve('notes.txt')) == 'mine'
        Files.readString(folder.resolve('topology/mine.json')) == 'mine'
    }

    def "a file of the same name that no run wrote is not overwritten: #name"() {
        given:
        def folder = Files.createDirectories(temporary.resolve('out'))
        Files.createDirectories(folder.resolve('topology'))
        Files.writeString(folder.resolve(name), 'mine')

        when:
        write(folder, 'x')

        then: 'the refusal names the place and the remedy'
        def refusal = thrown(RunDirectoryException)
        refusal.message ==
                "cannot write ${folder.resolve(name)}: it is there, and no run of Peerlab wrote it\n" +
                '     = move it away, or choose another folder with --out'

        and: 'nothing is left behind'
        files(folder) == [name]

        where:
        name << ['metrics.csv', 'run.json', 'report.html', 'trace.jsonl', 'topology/after-the-crash.json',
                'topology/after-the-crash.dot']
    }

    def "a list of own files that was tampered with names nothing outside the folder"() {
        given:
        def folder = Files.createDirectories(temporary.resolve('out'))
        def outside = temporary.resolve('precious.txt')
        Files.writeString(outside, 'mine')
        Files.writeString(folder.resolve('.peerlab-run'),
                '../precious.txt\ntopology/../../precious.txt\n/etc/x\n')

        when:
        write(folder, 'x')

        then:
        Files.readString(outside) == 'mine'
    }

    def "a file where the folder should be is refused"() {
        given:
        def file = temporary.resolve('out')
        Files.writeString(file, 'x')

        when:
        RunDirectory.open(file, Runs.MACHINE)

        then:
        def refusal = thrown(RunDirectoryException)
        refusal.message ==
                "cannot write $file: it is a file, not a folder\n     = choose another folder with --out"
    }

    def "a folder that cannot be made is refused"() {
        given: 'a file on the way'
        Files.writeString(temporary.resolve('way'), 'x')

        when:
        RunDirectory.open(temporary.resolve('way/out'), Runs.MACHINE)

        then:
        def refusal = thrown(RunDirectoryException)
        refusal.message.startsWith('cannot write ')
        refusal.message.endsWith('= choose another folder with --out')
    }

    @Requires({ new File('/proc/self').exists() })
    def "a place where nothing can be written is refused"() {
        when:
        RunDirectory.open(Path.of('/proc/self/out'), Runs.MACHINE)

        then:
        thrown(RunDirectoryException)
    }

    def "a folder in the place of a file is refused"() {
        given:
        def folder = Files.createDirectories(temporary.resolve('out'))
        Files.createDirectories(folder.resolve('.metrics.json.part/x'))

        when:
        write(folder, 'x')

        then:
        def refusal = thrown(RunDirectoryException)
        refusal.message.contains('metrics.json')

        and:
        !Files.exists(folder.resolve('run.json'))
        !Files.exists(folder.resolve('.trace.jsonl.part'))
    }

    @Requires({ new File('/dev/full').exists() })
    def "a full disk is told with what to do"() {
        given: 'a disk without room, where the metrics would go'
        def folder = Files.createDirectories(temporary.resolve('out'))
        Files.createSymbolicLink(folder.resolve('.metrics.json.part'), Path.of('/dev/full'))

        when:
        write(folder, 'x')

        then:
        def refusal = thrown(RunDirectoryException)
        refusal.message.contains('metrics.json: No space left on device')
        refusal.message.contains('free some space')

        and: 'no half of a run'
        !Files.exists(folder.resolve('run.json'))
        files(folder) == []
    }

    @Requires({ new File('/dev/full').exists() })
    def "a disk that fills up under the trace is told the same way"() {
        given:
        def folder = Files.createDirectories(temporary.resolve('out'))
        Files.createSymbolicLink(folder.resolve('.trace.jsonl.part'), Path.of('/dev/full'))

        when:
        RunDirectory.open(folder, Runs.MACHINE).withCloseable { it.openTrace().withCloseable { it.write(7) } }

        then:
        def refusal = thrown(RunDirectoryException)
        refusal.message.contains('trace.jsonl: No space left on device')
    }

    def "a run that is given up leaves no folder that was made for it, and every other"() {
        given: 'a folder of two that are missing'
        def there = Files.createDirectories(temporary.resolve('there'))
        def directory = RunDirectory.open(there.resolve('a/b'), Runs.MACHINE)
        directory.openTrace().withCloseable { it.write('half'.bytes) }

        when:
        directory.close()

        then:
        there.toFile().list().length == 0

        when: 'somebody has put something into one of them meanwhile'
        directory = RunDirectory.open(there.resolve('a/b'), Runs.MACHINE)
        Files.writeString(there.resolve('a/notes.txt'), 'mine')
        directory.close()

        then:
        files(there) == ['a/notes.txt']
        there.resolve('a').toFile().list() == ['notes.txt'] as String[]
    }

    def "folders that several runs share go when the last of them has left nothing"() {
        given: 'a folder that is made for two runs'
        def made = new MadeFolders()
        made.make(temporary.resolve('out'))
        def runs = ['a', 'b'].collect { RunDirectory.open(temporary.resolve("out/$it"), Runs.MACHINE) }

        when: 'neither is finished'
        runs*.close()
        made.close()

        then:
        temporary.toFile().list().length == 0
    }

    def "what is closed is written to no more"() {
        given: 'a run that was given up from elsewhere'
        def directory = RunDirectory.open(temporary.resolve('out'), Runs.MACHINE)
        directory.close()

        when:
        directory.finish(Runs.kademlia())

        then:
        thrown(IllegalStateException)
        temporary.toFile().list().length == 0
    }

    def "a finished run stays when it is closed"() {
        given:
        def directory = RunDirectory.open(temporary.resolve('new/out'), Runs.MACHINE)
        directory.finish(Runs.kademlia())

        when:
        directory.close()

        then:
        Files.exists(temporary.resolve('new/out/run.json'))
    }

    private static void write(Path folder, String kind) {
        RunDirectory.open(folder, Runs.MACHINE).withCloseable { directory ->
            directory.openTrace().withCloseable { it.write(line(kind).bytes) }
            directory.finish(Runs.kademlia())
        }
    }

    /** A trace of one event. */
    private static String line(String kind) {
        "{\"t\":0,\"kind\":\"$kind\"}\n"
    }

    private static List<String> files(Path folder) {
        contents(folder).keySet() as List
    }

    private static Map<String, String> contents(Path folder) {
        def found = new TreeMap<String, String>()
        folder.toFile().eachFileRecurse { file ->
            if (file.file) {
                found[folder.relativize(file.toPath()).toString()] = file.text
            }
        }
        found
    }
}
