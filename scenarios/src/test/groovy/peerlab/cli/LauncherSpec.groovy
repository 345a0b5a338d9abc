package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/**
 * The launcher itself, with a stand-in for the JDK: that needs no build and tells what would have been
 * started.
 */
@IgnoreIf({ os.windows })
@Timeout(60)
class LauncherSpec extends Specification {

    static final Path ROOT = Path.of(System.getProperty('peerlab.root'))

    @TempDir
    Path folder

    Path home
    Path jdk
    Path maven

    def setup() {
        home = Files.createDirectories(folder.resolve('a check out'))
        Files.copy(ROOT.resolve('peerlab'), home.resolve('peerlab'))
        home.resolve('peerlab').toFile().setExecutable(true)
        file(home.resolve('pom.xml'), '<project/>')
        file(home.resolve('engine/pom.xml'), '<project/>')
        file(home.resolve('engine/src/main/java/A.java'), 'class A { }')
        jdk = fakeJdk('17.0.15')
        maven = script(folder.resolve('bin/mvn'), '''\
            echo "built $*" >> "$PWD/builds"
            mkdir -p scenarios/target/lib
            for jar in zulu peerlab-engine-1 Alpha; do touch "scenarios/target/lib/$jar.jar"; done
            touch scenarios/target/peerlab-scenarios-1.jar
            ''')
    }

    def "the first use builds, says so in a line, and starts the jars in a fixed order"() {
        when:
        def answer = launch('version', '--json')

        then:
        answer.code == 0
        answer.err == 'peerlab: first use, building with Maven; this takes about a minute\n'
        builds() == 1
        answer.out.contains('-cp '
                + ['peerlab-engine-1.jar', 'peerlab-scenarios-1.jar', 'Alpha.jar', 'zulu.jar']
                .collect { "$home/.peerlab/lib/$it" }.join(':') + ' peerlab.cli.Main version --json\n')

        when: "nothing has changed"
        def again = launch('version')

        then:
        again.err == ''
        builds() == 1
    }

    def "#change is built, once"() {
        given:
        launch('version')
        age()

        when:
        this."$change"()
        def answer = launch('version')
        launch('version')

        then:
        answer.err == 'peerlab: sources have changed, building; this takes about a minute\n'
        builds() == 2

        where:
        change << ['a changed source', 'a changed module', 'an added source', 'a removed source']
    }

    def 'a changed source'() {
        file(home.resolve('engine/src/main/java/A.java'), 'class A { int a; }')
    }

    def 'a changed module'() {
        file(home.resolve('engine/pom.xml'), '<project> </project>')
    }

    def 'an added source'() {
        file(home.resolve('engine/src/main/java/b/B.java'), 'class B { }')
    }

    def 'a removed source'() {
        Files.delete(home.resolve('engine/src/main/java/A.java'))
    }

    def "a test or a text that changes is not built"() {
        given:
        launch('version')
        age()

        when:
        file(home.resolve('engine/src/test/java/ATest.java'), 'class ATest { }')
        file(home.resolve('README.md'), 'Hello')
        launch('version')

        then:
        builds() == 1
    }

    def "it works through links and from any folder, and passes words with spaces and the exit code on"() {
        given:
        Files.createSymbolicLink(folder.resolve('one link'), home.resolve('peerlab'))
        Files.createSymbolicLink(folder.resolve('link to a link'), Path.of('one link'))

        when:
        def answer = launch(['FAKE_EXIT': '2'], folder.resolve('link to a link').toString(), 'run',
                'my file.yaml')

        then:
        answer.code == 2
        answer.out.contains('[my file.yaml]')
        answer.out.contains("-Dpeerlab.home=$home")
    }

    def "#command is compiled with C1 only: #onlyC1, and the user's options come last"() {
        when:
        def answer = launch(['PEERLAB_JAVA_OPTS': '-Xmx3g -Xss2m'], home.resolve('peerlab').toString(),
                command)

        then:
        answer.out.contains('-XX:TieredStopAtLevel=1') == onlyC1
        answer.out.contains('-XX:+UseSerialGC')
        answer.out =~ /-Xmx3g -Xss2m -cp /

        where:
        command   || onlyC1
        'check'   || true
        'list'    || true
        'help'    || true
        'version' || true
        'run'     || false
        'trace'   || false
        'bench'   || false
    }

    def "a failed build names the file that tells all, and leaves no lock"() {
        given:
        script(maven, 'echo "[ERROR] A.java:[1,7] class, interface expected"; echo much more; exit 1')

        when:
        def answer = launch('version')

        then:
        answer.code == 4
        answer.err == """\
            peerlab: first use, building with Maven; this takes about a minute
            [ERROR] A.java:[1,7] class, interface expected
            peerlab: the build failed; all of it is in $home/.peerlab/build.log
            """.stripIndent()
        home.resolve('.peerlab/build.log').toFile().text.contains('much more')
        home.resolve('.peerlab').toFile().list().toList() == ['build.log']
    }

    def "what is missing is named, with the remedy: #missing"() {
        given:
        def environment = [
                'a JDK': [JAVA_HOME: folder.resolve('nowhere').toString()],
                'a recent JDK': [JAVA_HOME: fakeJdk('11.0.2').toString()],
                'Maven': [PATH: withoutMaven()]][missing]

        when:
        def answer = launch(environment, home.resolve('peerlab').toString(), 'version')

        then:
        answer.code == 4
        answer.out == ''
        answer.err == text.stripIndent().replace('~', folder.toString())

        where:
        missing << ['a JDK', 'a recent JDK', 'Maven']
        text << ['''\
            peerlab: JAVA_HOME is '~/nowhere', and there is no bin/java in it
                     = set JAVA_HOME to the folder of a JDK 17 or later
            ''', '''\
            peerlab: ~/jdk-11.0.2/bin/java is Java 11.0.2, Peerlab needs 17 or later
                     = install a JDK, 17 or later, or set JAVA_HOME to the folder of one
            ''', '''\
            peerlab: Peerlab has to be built, and no mvn was found
                     = install Apache Maven, 3.8.6 or later (https://maven.apache.org/install.html)
            ''']
    }

    def "of several first uses at once one builds and all run"() {
        given: "a build that takes its time"
        script(maven, maven.toFile().text.replace('#!/bin/sh\n', 'sleep 1\n'))

        when:
        def processes = (1..4).collect { start([:], home.resolve('peerlab').toString(), 'version') }
        def answers = processes.collect { finish(it) }

        then:
        answers*.code == [0, 0, 0, 0]
        builds() == 1
        answers.every { it.out.contains('peerlab.cli.Main version') }
        answers.count { it.err.contains('first use') } == 1
    }

    def "a lock whose owner is gone keeps nobody waiting"() {
        given: "a process that is over"
        def gone = ['true'].execute()
        gone.waitFor()
        file(home.resolve('.peerlab/lock/owner'), "${gone.pid()}\n")

        expect:
        launch('version').code == 0
    }

    def "each JDK has an archive of its own, and one that makes none is not asked again"() {
        given:
        launch('version')
        def other = fakeJdk('25.0.1', 'exit 0')

        when:
        def first = launch([JAVA_HOME: other.toString()], home.resolve('peerlab').toString(), 'version')
        def second = launch([JAVA_HOME: other.toString()], home.resolve('peerlab').toString(), 'version')

        then:
        first.err == 'peerlab: first use with Java 25.0.1, preparing; this takes a few seconds\n'
        second.err == ''
        home.resolve('.peerlab').toFile()
                .list().findAll { it.startsWith('archive-') && it.endsWith('17.0.15.jsa') }.size() == 1
        home.resolve('.peerlab').toFile().list().findAll { it.endsWith('25.0.1.jsa.none') }.size() == 1
        builds() == 1
    }

    private Path fakeJdk(String version,
            String archiving = 'echo classes > "${1#-XX:ArchiveClassesAtExit=}"; exit 0') {
        def jdk = folder.resolve("jdk-$version")
        file(jdk.resolve('release'),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"$version\"\nMODULES=\"java.base\"\n")
        script(jdk.resolve('bin/java'), """\
            case \$1 in -XX:ArchiveClassesAtExit=*) $archiving ;; esac
            echo "\$*"
            for word; do printf '[%s]' "\$word"; done
            exit \${FAKE_EXIT:-0}
            """)
        return jdk
    }

    private String withoutMaven() {
        def tools = Files.createDirectories(folder.resolve('tools'))
        ['sh', 'find', 'mkdir', 'rm', 'mv', 'cp', 'ls', 'grep', 'sed', 'cat', 'readlink',
                'sleep'].each { tool ->
            def there = ['/bin', '/usr/bin'].collect { Path.of(it, tool) }.find { Files.exists(it) }
            Files.createSymbolicLink(tools.resolve(tool), there)
        }
        return tools.toString()
    }

    private int builds() {
        def builds = home.resolve('builds').toFile()
        return builds.exists() ? builds.readLines().size() : 0
    }

    private Map launch(String... arguments) {
        return launch([:], home.resolve('peerlab').toString(), arguments)
    }

    private Map launch(Map environment, String launcher, String... arguments) {
        return finish(start(environment, launcher, arguments))
    }

    private Process start(Map environment, String launcher, String... arguments) {
        def builder = new ProcessBuilder([launcher] + arguments.toList())
        builder.directory(folder.toFile())
        builder.environment().remove('PEERLAB_JAVA_OPTS')
        builder.environment()
                .putAll([JAVA_HOME: jdk.toString(),
                PATH: "${maven.parent}:${System.getenv('PATH')}".toString()])
        builder.environment().putAll(environment)
        builder.redirectOutput(Files.createTempFile(folder, 'out', '').toFile())
        builder.redirectError(Files.createTempFile(folder, 'err', '').toFile())
        def process = builder.start()
        streams[process.pid()] = [builder.redirectOutput().file(), builder.redirectError().file()]
        return process
    }

    private final Map<Long, List<File>> streams = [:]

    private Map finish(Process process) {
        assert process.waitFor(50, TimeUnit.SECONDS)
        return [code: process.exitValue(), out: streams[process.pid()][0].text,
                err: streams[process.pid()][1].text]
    }

    private static Path file(Path file, String text) {
        Files.createDirectories(file.parent)
        file.toFile().text = text
        return file
    }

    /** Lets what was built be ten seconds old, and its sources twenty: file systems may count in seconds. */
    private void age() {
        home.toFile().eachFileRecurse { it.setLastModified(System.currentTimeMillis() - 20_000) }
        home.resolve('.peerlab')
                .toFile().eachFileRecurse { it.setLastModified(System.currentTimeMillis() - 5_000) }
        home.resolve('.peerlab/stamp').toFile().setLastModified(System.currentTimeMillis() - 10_000)
    }

    private static Path script(Path file, String text) {
        Files.createDirectories(file.parent)
        file.toFile().text = '#!/bin/sh\n' + text.stripIndent()
        file.toFile().setExecutable(true)
        return file
    }
}
