package peerlab.cli

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarOutputStream
import java.util.zip.ZipEntry
import javax.tools.ToolProvider

import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(240)
class WithSpec extends Specification {

    static final String SCENARIO = '''\
        scenario: Whoever is near answers
        peers: { count: 12, run: kademlia, k: 3, start: converged }
        use: { class: student.MyProximity, as: closest }
        timeline:
          - { at: 1s, put: 5 keys }
          - { during: 3s..6s, get: any key, every: 100ms }
        expect:
          - { at end: gets.successRate >= 50%, points: 5 }
        stop: { at: 9s }
        '''.stripIndent()

    /** The reference's own answer, counted: XOR distances, the closest first. */
    static final String RIGHT = '''\
        package student;
        import java.util.ArrayList;
        import java.util.List;
        import peerlab.kademlia.Key;
        import peerlab.kademlia.Proximity;
        public class MyProximity implements Proximity {
            public List<Key> closest(Key target, int count, List<Key> known) {
                List<Key> sorted = new ArrayList<>(known);
                sorted.sort((a, b) -> {
                    int order = Long.compareUnsigned(a.high() ^ target.high(), b.high() ^ target.high());
                    return order != 0 ? order
                        : Long.compareUnsigned(a.middle() ^ target.middle(), b.middle() ^ target.middle());
                });
                return sorted.subList(0, Math.min(count, sorted.size()));
            }
        }
        '''.stripIndent()

    @TempDir
    Path folder

    def "a class from #what plays its part, and the same part gives the same run"() {
        given:
        def shell = shell(RIGHT)

        when:
        def answer = shell.call("run near.yaml --with $path")

        then: "a right one finds what was put, in the same run however it was brought along"
        answer.err() == ''
        answer.code() == 0
        fingerprint(answer) == fingerprint(shell.call('run near.yaml --with classes --with student.jar'))

        where:
        what                  | path
        'a folder of sources' | 'src'
        'one source'          | 'src/student/MyProximity.java'
        'a folder of classes' | 'classes'
        'a jar'               | 'student.jar'
    }

    def "another answer gives another run, which check and trace know as well"() {
        given: "one that never knows anybody"
        def shell = shell(RIGHT.replace('return sorted', 'sorted.clear();\n return sorted'))
        shell.file('reference.yaml', SCENARIO.replaceAll(/(?m)^use.*\n/, ''))

        when:
        def answer = shell.call('run near.yaml --with src')

        then: "the command that repeats it brings the class along"
        fingerprint(answer) != fingerprint(shell.call('run reference.yaml'))
        answer.code() != 0
        answer.out().contains('again  peerlab run ~/near.yaml --seed 1 --with src')

        and:
        shell.call('check near.yaml --with src').out().contains('near.yaml: ok')
        shell.call('trace near.yaml --with src --kind step').code() == 0
    }

    def "without it the scenario is wrong, at the place of the class"() {
        given:
        def shell = shell(RIGHT)

        expect:
        with(shell.call('run near.yaml')) {
            code() == 3
            err().contains("near.yaml:3:15: there is no class 'student.MyProximity'")
            err().contains('= bring it along: --with PATH, a jar or a folder')
        }
    }

    def "what its code throws is a verdict with its own lines, and no fault of ours"() {
        given:
        def shell = shell(RIGHT.replace('List<Key> sorted = new',
                'if (count > 0) { throw new IllegalStateException("I forgot"); }\n List<Key> sorted = new'))

        when:
        def answer = shell.call('run near.yaml --with src')

        then:
        answer.code() == 1
        answer.out().contains('IllegalStateException')
        answer.out().contains('I forgot')
        answer.out().contains('MyProximity.java:8')
    }

    def "sources that do not compile are answered with their lines"() {
        given:
        def shell = shell(RIGHT)
        shell.file('broken/student/MyProximity.java', RIGHT.replace('new ArrayList<>(known);',
                'new ArrayList<>(knwon);'))

        expect:
        with(shell.call('run near.yaml --with broken')) {
            code() == 3
            err().contains("'broken' does not compile")
            err().contains('MyProximity.java:8: cannot find symbol')
        }
    }

    def "--with #path is answered: #message"() {
        given:
        def shell = shell(RIGHT)
        shell.file('empty/readme.txt', 'nothing here')
        shell.file('text.jar', 'this is no jar')

        expect:
        with(shell.call("run near.yaml --with $path")) {
            code() == 3
            err().contains(message)
        }

        where:
        path       || message
        'nowhere'  || "there is no 'nowhere' to bring along"
        'empty'    || "there are no classes in 'empty'"
        'text.jar' || "there are no classes in 'text.jar'"
    }

    def "a protocol that is brought along is run by the name that it gives itself, or by its class"() {
        given: "flooding under another name"
        def shell = shell(RIGHT)
        shell.file('protocol/student/MyGossip.java', '''\
            package student;
            import java.util.List;
            import peerlab.engine.base.RandomSource;
            import peerlab.engine.protocol.*;
            import peerlab.flood.FloodProvider;
            public class MyGossip implements ProtocolProvider {
                private final FloodProvider flood = new FloodProvider();
                public String name() { return "my-gossip"; }
                public String summary() { return "mine"; }
                public List<Parameter> parameters() { return flood.parameters(); }
                public List<Operation> operations() { return flood.operations(); }
                public List<MetricSpec> metrics() { return flood.metrics(); }
                public List<Class<? extends Message>> messages() { return flood.messages(); }
                public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
                    return flood.deploy(members, hooks, random);
                }
            }
            '''.stripIndent())
        shell.file('mine.yaml', """\
            scenario: My own protocol runs
            peers: { count: 5, run: $name }
            timeline:
              - { at: 1s, send: 1 keys }
            expect:
              - { at end: messages.sent > 0 }
            stop: { at: 5s }
            """.stripIndent())

        expect:
        shell.call('run mine.yaml --with protocol').code() == 0
        with(shell.call('run mine.yaml')) {
            code() == 3
            err().contains("unknown protocol '$name'")
        }

        where:
        name << ['my-gossip', 'student.MyGossip']
    }

    static final String LIE = '''\
        package student;
        import peerlab.engine.base.PeerId;
        import peerlab.engine.protocol.Adversary;
        import peerlab.engine.protocol.Behaviour;
        import peerlab.engine.protocol.Message;
        import peerlab.kademlia.FindValue;
        import peerlab.kademlia.Item;
        import peerlab.kademlia.ValueFound;
        public class MyLie implements Behaviour {
            public void onSend(PeerId to, Message message, Adversary self) {
                if (self.questionOf(to) instanceof FindValue find) {
                    self.send(to, new ValueFound(find.call(), new Item("mine", self.self(), self.now())));
                } else {
                    self.send(to, message);
                }
            }
        }
        '''.stripIndent()

    static final String LIARS = '''\
        scenario: Nobody is lied to
        peers: { count: 12, run: kademlia, k: 3, start: converged }
        timeline:
          - { at: 1s, put: 5 keys }
          - { during: 2s..5s, byzantine: any 50%, behaviour: student.MyLie, as: the liars }
          - { during: 3s..4s, get: any key, every: 100ms, from: any 1 of where { honest } }
        expect:
          - { at end: gets.wrong == 0 }
        stop: { at: 9s }
        '''.stripIndent()

    def "a behaviour that is brought along stands before the peers that are to behave so"() {
        given:
        def shell = shell(RIGHT)
        shell.file('lie/student/MyLie.java', LIE)
        shell.file('liars.yaml', LIARS)

        when:
        def answer = shell.call('run liars.yaml --with lie')

        then: 'its word is taken for the value'
        answer.code() == 1
        answer.out().contains('wrong value mine')
        answer.out().contains('keep to the protocol')

        and: 'check knows it, explain tells of it, and the trace shows whom it chose'
        shell.call('check liars.yaml --with lie').out().contains('liars.yaml: ok')
        shell.call('trace liars.yaml --with lie --kind fault').out().readLines().size() == 2
        shell.call('run liars.yaml').err().contains("there is no class 'student.MyLie'")
    }

    def "what a behaviour throws is a verdict with its own lines: #what"() {
        given:
        def shell = shell(RIGHT)
        shell.file('lie/student/MyLie.java', LIE.replace(before, after))
        shell.file('liars.yaml', LIARS)

        when:
        def answer = shell.call('run liars.yaml --with lie')

        then:
        answer.code() == 1
        answer.out() =~ /p\d+ threw IllegalStateException/
        answer.out().contains('I cannot')
        answer.out().contains("MyLie.java:$line")
        !answer.out().contains('peerlab.')

        where:
        what           | before                | after                                                          || line
        'in a handler' | 'if (self.question'   | 'if (true) throw new IllegalStateException("I cannot"); if (self.question' || 11
        'when made'    | 'public void onSend'  | 'public MyLie() { throw new IllegalStateException("I cannot"); } public void onSend' || 10
    }

    private Shell shell(String proximity) {
        def shell = new Shell(folder)
        shell.file('near.yaml', SCENARIO)
        def source = shell.file('src/student/MyProximity.java', proximity)
        def classes = Files.createDirectories(folder.resolve('classes'))
        int code = ToolProvider.systemJavaCompiler.run(null, System.out, System.err, '-d', classes.toString(),
                '-cp', System.getProperty('java.class.path'), source.toString())
        assert code == 0
        new JarOutputStream(Files.newOutputStream(folder.resolve('student.jar'))).withCloseable { jar ->
            jar.putNextEntry(new ZipEntry('student/MyProximity.class'))
            jar.write(Files.readAllBytes(classes.resolve('student/MyProximity.class')))
            jar.closeEntry()
        }
        shell
    }

    private static String fingerprint(Shell.Answer answer) {
        (answer.out() =~ /fingerprint ([0-9a-f]{16})/)[0][1]
    }
}
