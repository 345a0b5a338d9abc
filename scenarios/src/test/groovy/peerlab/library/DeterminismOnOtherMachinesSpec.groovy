package peerlab.library

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

import com.fasterxml.jackson.databind.ObjectMapper
import org.opentest4j.TestAbortedException
import spock.lang.Specification
import spock.lang.TempDir

/**
 * The same file and seed give the same run in another process, with another heap, collector, compiler and
 * JDK.
 */
class DeterminismOnOtherMachinesSpec extends Specification {

    /** A process that has not ended by then hangs; it is no measurement. */
    static final long PATIENCE_SECONDS = 300

    static final String FOUND_NONE = 'no JDK 25 found (JDK25_HOME, /usr/lib/jvm/*25*): left out'

    @TempDir
    Path folder

    def "with #flags every shipped scenario leaves its stored fingerprint"() {
        expect: 'one line for each file, and in it the fingerprint that is stored'
        fingerprints(thisJdk(), flags) == stored()

        where: 'the heap is a sixteenth of that of these specs, then far larger than needed; two collectors'
        flags << [
                ['-Xmx64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
                ['-Xmx1g', '-XX:+UseParallelGC', '-Duser.language=tr', '-Duser.timezone=Asia/Kolkata'],
        ]
    }

    def "on JDK 25 every shipped scenario leaves its stored fingerprint"() {
        given: 'a JDK 25, if there is one on this machine'
        def home = jdk25().orElseThrow { new TestAbortedException(FOUND_NONE) }

        expect: 'one line for each file, and in it the fingerprint that is stored'
        fingerprints(home.resolve('bin/java'), ['-Xmx256m', '-XX:+UseSerialGC']) == stored()
    }

    private static Map<String, String> stored() {
        def stored = Shipped.files().collectEntries {
            [it.fileName.toString(), Files.readString(Shipped.fingerprintOf(it)).trim()]
        }
        assert stored.size() >= 14
        stored
    }

    /**
     * What the command line says of all files, run in a process of its own; of a file with many runs, of the
     * first.
     */
    private Map<String, String> fingerprints(Path java, List<String> flags) {
        def out = folder.resolve('out')
        def err = folder.resolve('err')
        def command = [java.toString(), *flags, '-cp', classPath(), 'peerlab.cli.Main', 'run', '--json',
                *Shipped.files()*.toString()]
        def process = new ProcessBuilder(command)
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start()
        def isOver = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        if (!isOver) {
            process.destroyForcibly()
        }
        assert isOver: "still running after $PATIENCE_SECONDS s: $command"
        // 1: too-few-copies fails on purpose
        assert process.exitValue() == 1: Files.readString(err)
        def mapper = new ObjectMapper()
        Map<String, String> first = [:]
        Files.readAllLines(out).each {
            def run = mapper.readTree(it)
            first.putIfAbsent(Path.of(run.get('file').asText()).fileName.toString(),
                    run.get('fingerprint').asText())
        }
        first
    }

    /** Surefire starts with a jar that only names the class path. */
    private static String classPath() {
        System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
    }

    private static Path thisJdk() {
        Path.of(System.getProperty('java.home'), 'bin', 'java')
    }

    private static Optional<Path> jdk25() {
        def named = System.getenv('JDK25_HOME')
        def installed = Path.of('/usr/lib/jvm')
        def candidates = named ? [Path.of(named)] : Files.isDirectory(installed)
                ? Files.list(installed).withCloseable { all ->
                    all.filter { it.fileName.toString().contains('25') }.sorted().toList()
                } : []
        Optional.ofNullable(candidates.find { isJdk25(it) })
    }

    private static boolean isJdk25(Path home) {
        def release = home.resolve('release')
        Files.isExecutable(home.resolve('bin/java')) && Files.isRegularFile(release)
                && Files.readString(release) =~ /(?m)^JAVA_VERSION="25[."]/
    }
}
