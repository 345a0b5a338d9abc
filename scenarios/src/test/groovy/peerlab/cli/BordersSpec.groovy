package peerlab.cli

import java.nio.file.Path
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit

import lab.Loiterer
import peerlab.engine.base.RandomSource
import peerlab.engine.protocol.Deployment
import peerlab.engine.protocol.Hooks
import peerlab.engine.protocol.Member
import peerlab.engine.protocol.PeerSetup
import peerlab.engine.protocol.ProtocolProvider
import peerlab.engine.protocol.Protocols
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Whose fault it was, as one learns it at a terminal: by the exit code, the sentence, and what is left. */
@Timeout(240)
class BordersSpec extends Specification {

    @TempDir
    Path folder

    // What never ends.

    def "who comes to no end at #place is named, with the frames of the code that does not"() {
        given: "a clock on which a minute passes at each look, once it loiters"
        def loiterer = new Loiterer(place)
        def shell = new Shell(folder).tap {
            protocols = { new Protocols([loiterer]) }
            pulse = new Impatient(loiterer)
        }
        shell.file('waits.yaml', '''\
            scenario: It comes to an end
            peers: { count: 3, run: loiterer }
            timeline:
              - { at: 2s, poke: x, from: p1 }
              - { at: 3s, snapshot: three }
              - { at: 4s, leave: p3 }
            expect:
              - { at end: topology.degree == 0 }
            stop: { at: 5s }
            '''.stripIndent())

        when:
        def answer = shell.call('run waits.yaml --patience 30')

        then:
        answer.code() == code
        (answer.out() + answer.err()).contains(sentence)
        (answer.out() + answer.err()).contains('lab.Loiterer.linger(Loiterer.java:')
        !answer.out().contains('at java.')
        !answer.out().contains('at peerlab.')

        where:
        place        || code | sentence
        'operations' || 3    | 'a protocol that was asked what it offers has been at work for 30 s and does not answer'
        'deploy'     || 1    | 'the run has been setting up since 0 s of the run'
        'create'     || 1    | 'the run has been setting up since 0 s of the run'
        'start'      || 1    | 'p1 has been starting since 0 s of the run'
        'timer'      || 1    | 'p1 has been handling the timer Round since 1 s of the run'
        'message'    || 1    | 'p1 has been handling Hello from p1 since 1.05 s of the run'
        'request'    || 1    | 'p1 has been carrying out at 2 s poke x from p1 since 2 s of the run'
        'judge'      || 1    | 'p1 has been carrying out at 2 s poke x from p1 since 2 s of the run'
        'inspect'    || 1    | 'p1 has been carrying out at 3 s snapshot three since 3 s of the run'
        'leave'      || 1    | 'p3 has been carrying out at 4 s leave p3 since 4 s of the run'
    }

    def "where nobody but Peerlab is at work, a standstill is a fault of Peerlab"() {
        given: "a part of Peerlab that does not get on"
        def loiterer = new Loiterer('nowhere')
        def shell = new Shell(folder).tap {
            protocols = { new Protocols([new Ours({ loiterer.there.countDown(); sleepForEver() })]) }
            pulse = new Impatient(loiterer)
        }
        shell.file('ours.yaml', OURS)

        when:
        def answer = shell.call('run ours.yaml --patience 30')

        then:
        answer.code() == 4
        answer.err().startsWith('peerlab: this is a fault of Peerlab, not of your scenario: '
                + 'IllegalStateException, the run has been setting up since 0 s of the run, '
                + 'for 30 s by the clock')
        report().contains('sleepForEver')
    }

    private static void sleepForEver() {
        try {
            new java.util.concurrent.CountDownLatch(1).await()
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt()
        }
    }

    // What is broken before it runs.

    def "a protocol whose class cannot be initialised is told of when it is brought along"() {
        given:
        def shell = shell(provider('public static final int N = Integer.parseInt("none");', ''))

        when:
        def answer = shell.call('run mine.yaml --with src')

        then: "and the scenario is wrong, because there is no such protocol"
        answer.code() == 3
        answer.err().contains('peerlab: the protocol student.Mine cannot be made: '
                + 'NumberFormatException, For input string: "none"')
        answer.err().contains("unknown protocol 'mine'")
    }

    def "a protocol without a name is refused"() {
        expect:
        def source = provider('', '').replace('return "mine"', 'return null')
        with(shell(source).call('run mine.yaml --with src')) {
            code() == 3
            err().contains('peerlab: the protocol student.Mine has no name')
        }
    }

    def "a protocol that throws when it is asked what it offers is refused, with its frames"() {
        given:
        def shell = shell(provider(
                'public List<Parameter> parameters() { throw new Error("not today"); }', ''))

        expect: "by #command"
        with(shell.call("$command mine.yaml --with src")) {
            code() == 3
            err().contains('peerlab: a class that was brought along threw Error, not today')
            err().contains('= look at student.Mine.parameters(Mine.java:7)')
            !err().contains('crash')
        }

        where:
        command << ['run', 'check', 'trace']
    }

    // What goes wrong in a run.

    def "a class that is missing in a run, or cannot be initialised, is a verdict with the student's line"() {
        given:
        def shell = shell(provider('', start))

        when:
        def answer = shell.call('run mine.yaml --with src')

        then:
        answer.code() == 1
        answer.out().contains("p1 threw $what at 0 s while starting")
        answer.out().contains('at student.Mine$1$1.onStart(Mine.java:13)')
        !answer.out().contains('at peerlab.')
        !answer.out().contains('note')

        where:
        start                                                       || what
        'Broken.hello();'                                           || 'NumberFormatException'
        'throw new NoClassDefFoundError("student/Gone");'           || 'NoClassDefFoundError'
    }

    def "memory that is used up by #what is a limit, in a JVM with little of it"() {
        given:
        shell(provider('static final List<Object> KEPT = new ArrayList<>();', start))

        when: "it runs in a process of its own"
        def answer = process(['-Xmx48m'], 'run mine.yaml --with src --out kept --record trace --patience 100')

        then: "a verdict, with the line that did it"
        answer.code() == 1
        answer.out().contains("x limit 'memory' reached at 0 s: the 4")
        answer.out().contains('MiB of the JVM were used up while p1 was starting')
        answer.out().contains('at student.Mine$1$1.onStart(Mine.java:13)')
        answer.out().contains('if the run is meant to need more: PEERLAB_JAVA_OPTS=-Xmx8g')
        answer.err() == ''

        and: "the documents are there"
        folder.resolve('kept/run.json').toFile().text.contains('"verdict": "fail"')
        folder.resolve('kept/trace.jsonl').toFile().readLines().every { it ==~ /\{.*}/ }

        where:
        what                     | start
        'a list that grows'      | 'List<long[]> all = new ArrayList<>(); while (true) { all.add(new long[1000]); }'
        'what outlives the peer' | 'while (true) { KEPT.add(new byte[1000]); }'
        'one huge text'          | '"x".repeat(Integer.MAX_VALUE / 2);'
        'a flood'                | 'while (true) { peer.send(peer.self(), new Note("x".repeat(9000) + peer.now())); }'
    }

    def "who ends the JVM has not passed"() {
        given:
        shell(provider('', 'System.exit(0);'))

        when:
        def answer = process([], 'run mine.yaml --with src')

        then:
        answer.code() == 1
        answer.err().contains('peerlab: the JVM was ended by student.Mine$1$1.onStart(Mine.java:13)')
    }

    def "what a protocol prints stands beside the output, whatever it closes"() {
        given: "one that would have passed, by its own account"
        shell(provider('', 'System.out.println("{\\"verdict\\":\\"pass\\"}"); System.err.println("noise");'
                + 'System.out.close(); System.err.close(); System.out.println("more");'
                + 'if (peer.self().number() == 2) { throw new IllegalStateException("no"); }'))

        when:
        def answer = process([], 'run mine.yaml --with src --json')

        then: "a program reads what we say, and nothing else"
        answer.code() == 1
        answer.out().readLines().size() == 1
        answer.out().contains('"verdict":"fail"')
        answer.err().contains('{"verdict":"pass"}')
    }

    def "what a thread of a protocol throws is told in a sentence"() {
        given:
        shell(provider('', 'Thread t = new Thread(() -> { throw new Error("boo"); }, "mine"); t.start();'
                + 'try { t.join(); } catch (InterruptedException e) { }'))

        when:
        def answer = process([], 'run mine.yaml --with src')

        then: "and not as a stack"
        answer.code() == 0
        answer.err().readLines().take(3) == [
                "peerlab: the thread 'mine' threw Error, boo",
                '         at student.Mine$1$1.lambda$onStart$0(Mine.java:13)',
                '         = a protocol needs no threads: it acts in the calls that it is given']
        !answer.err().contains('at java.')
    }

    def "what is thrown by Peerlab in a run is a fault of Peerlab, and the report says which run it was"() {
        given: "a part of Peerlab that throws"
        def shell = new Shell(folder).tap {
            protocols = { new Protocols([new Ours({ throw new IllegalStateException('the queue lost 3') })]) }
            environment = [HOME: folder.toString(), SECRET: 'hush']
        }
        shell.file('ours.yaml', OURS)

        when:
        def answer = shell.run(['run', folder.resolve('ours.yaml').toString(), '--seed', '7', '--set', 'n=3',
                                '--limit', 'events=1000'])

        then: "one friendly message, and code 4"
        answer.code() == 4
        answer.err() == '''\
            peerlab: this is a fault of Peerlab, not of your scenario: IllegalStateException, the queue lost 3
                     = please report it, with the scenario and the file ~/peerlab-crash-1.txt
            '''.stripIndent()
        answer.out() == ''

        and: "all that is needed to look for it, and nothing else"
        def lines = report().readLines()
        lines[0] == 'Peerlab met a fault of its own. Please report it: this file, and the scenario that ran.'
        lines.contains('again      peerlab run ~/ours.yaml --seed 7 --set n=3 --limit events=1000')
        lines.contains('scenario   ours, ~/ours.yaml')
        lines.contains('seed       7')
        lines.contains('params     n: 3')
        lines.contains('reached    0 s of 5 s, after 0 events')
        report().contains('IllegalStateException: the queue lost 3\n\tat peerlab.cli.BordersSpec')
        !report().contains(folder.toString())
        !report().contains('hush')
        !report().contains('Nothing of this is told')
    }

    private static final String OURS = '''\
        scenario: Nothing of this is told
        params: { n: 2 }
        peers: { count: $n, run: ours }
        stop: { at: 5s }
        '''.stripIndent()

    /** Stands in a package of Peerlab's, and counts as a part of it. */
    static class Ours implements ProtocolProvider {

        final Closure fault

        Ours(Closure fault) {
            this.fault = fault
        }

        @Override
        String name() { 'ours' }

        @Override
        String summary() { 'a part of Peerlab' }

        @Override
        Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
            { PeerSetup setup -> fault() } as Deployment
        }
    }

    /** A minute passes at each look, once somebody loiters; until then no time passes. */
    static class Impatient implements Pulse {
        final Loiterer loiterer
        long minutes

        Impatient(Loiterer loiterer) {
            this.loiterer = loiterer
        }

        @Override
        long nanos() { minutes * 60_000_000_000L }

        @Override
        boolean isOverAfterBeat(Future<?> work) {
            if (loiterer.there.count > 0) {
                return new WallPulse().isOverAfterBeat(work)
            }
            minutes++
            work.done
        }
    }

    private String report() {
        folder.resolve('peerlab-crash-1.txt').toFile().text
    }

    private Shell shell(String source) {
        def shell = new Shell(folder)
        shell.file('src/student/Mine.java', source)
        shell.file('mine.yaml', '''\
            scenario: Three peers are up
            peers: { count: 3, run: mine }
            stop: { at: 5s }
            '''.stripIndent())
        shell
    }

    /** A protocol with a member, and with what a peer does first. */
    private static String provider(String member, String start) {
        """\
        package student;
        import java.util.*;
        import peerlab.engine.base.*;
        import peerlab.engine.protocol.*;
        public class Mine implements ProtocolProvider {
            public String name() { return "mine"; } public String summary() { return "mine"; }
            $member
            record Note(String text) implements Message { }
            static class Broken { static final int N = Integer.parseInt("none"); static void hello() { } }
            public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
                return new Deployment() { public Protocol create(PeerSetup setup) { return new Protocol() {
                    public void onStart(Context peer) {
                        $start
                    }
                    public void onMessage(PeerId from, Message message, Context peer) { }
                }; } };
            }
        }
        """.stripIndent()
    }

    private Shell.Answer process(List<String> jvm, String line) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = new ProcessBuilder([java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', *jvm, '-cp',
                System.getProperty('java.class.path'), 'peerlab.cli.Main', *line.split(' ')])
                .directory(folder.toFile())
                .redirectOutput(folder.resolve('out').toFile()).redirectError(folder.resolve('err').toFile())
                .start()
        assert process.waitFor(200, TimeUnit.SECONDS)
        new Shell.Answer(process.exitValue(), folder.resolve('out').toFile().text,
                folder.resolve('err').toFile().text)
    }
}
