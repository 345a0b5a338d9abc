package peerlab.cli

import java.nio.file.Path

import lab.Beacons
import lab.Loiterer
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

import peerlab.engine.protocol.Protocols

@Timeout(120)
class CheckSpec extends Specification {

    static final String RIGHT = '''\
        scenario: Three peers greet each other
        params: { n: 3 }
        peers: { count: $n, run: beacons }
        stop: { at: 5s }
        '''.stripIndent()

    @TempDir
    Path folder

    def "a scenario in which nothing is wrong is ok, and nothing is run"() {
        given: "peers that would never return"
        def shell = shell()
        shell.file('greetings.yaml', RIGHT.replace('run: beacons', 'run: beacons, misbehaves: hangs'))

        when:
        def answer = shell.call('check greetings.yaml')

        then:
        answer.out() == '~/greetings.yaml: ok\n'
        answer.err() == ''
        answer.code() == 0
    }

    def "all that is wrong is told at once, with place and remedy"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', RIGHT.replace('run:', 'rnu:').replace('stop:', 'stpo:'))

        when:
        def answer = shell.call('check greetings.yaml')

        then:
        answer.code() == 3
        answer.out().contains("~/greetings.yaml:3:")
        answer.out().contains("'peers' needs 'run'")
        answer.out().contains("~/greetings.yaml:4:")
        answer.out().contains("did you mean 'stop'?")
        answer.out().endsWith('errors, nothing was run\n')
        !answer.out().contains(': ok')
    }

    def "a value that the command line sets is checked like the file's"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', RIGHT)

        expect:
        shell.call('check greetings.yaml --set n=5').code() == 0
        shell.call('check greetings.yaml --set n=many').code() == 3
        shell.call('check greetings.yaml --set m=5').out().contains('m')
    }

    def "several files are counted"() {
        given:
        def shell = shell()
        shell.file('some/a.yaml', RIGHT)
        shell.file('some/b.yaml', 'peers: nonsense')
        shell.file('some/c.yaml', RIGHT)

        when:
        def answer = shell.call('check some')

        then:
        answer.code() == 3
        answer.out().readLines().findAll { it.endsWith(': ok') } == ['~/some/a.yaml: ok', '~/some/c.yaml: ok']
        answer.out().endsWith('\n\n3 scenarios: 2 ok, 1 wrong\n')
    }

    def "colours mark what is wrong when they are wanted"() {
        given:
        def shell = shell()
        shell.file('greetings.yaml', RIGHT.replace('run:', 'rnu:'))

        expect:
        shell.call('check greetings.yaml --color always').out().contains('\u001b[')
        !shell.call('check greetings.yaml').out().contains('\u001b[')
    }

    def "when the reader has gone nothing more is checked"() {
        given:
        def shell = shell()
        shell.file('some/a.yaml', RIGHT)
        shell.file('some/b.yaml', RIGHT)
        shell.sink = new OutputStream() {
            @Override
            void write(int b) throws IOException {
                throw new IOException('Broken pipe')
            }
        }

        expect:
        shell.call('check some').code() == 141
    }

    def "a script that computes for ever is answered, not waited for"() {
        given:
        def shell = shell()
        shell.file('endless.groovy', '''\
            scenario 'Endless'
            peers 3, run: 'beacons'
            while (true) { }
            stop at: 5.s
            '''.stripIndent())

        when:
        def answer = shell.call('check endless.groovy')

        then:
        answer.code() == 3
        answer.out().contains('~/endless.groovy:3:')
        answer.out().contains('nothing was run')
    }

    def "what keeps a scenario from being read to its end is given up when patience is over"() {
        given: "a protocol that never says what it offers"
        def loiterer = new Loiterer('operations')
        def shell = shell()
        shell.protocols = { new Protocols([loiterer]) }
        shell.pulse = new BordersSpec.Impatient(loiterer)
        shell.file('greetings.yaml', RIGHT)

        when:
        def answer = shell.call('check greetings.yaml --patience 30')

        then:
        answer.code() == 3
        answer.out() == """\
            ~/greetings.yaml: a protocol that was asked what it offers has been at work for 30 s and does not answer
                 = look at lab.Loiterer.linger(Loiterer.java:${line(answer)})

            1 error, nothing was run
            """.stripIndent()
    }

    private static String line(Shell.Answer answer) {
        (answer.out() =~ /Loiterer.java:(\d+)/)[0][1]
    }

    private Shell shell() {
        return new Shell(folder).tap { protocols = { new Protocols([new Beacons()]) } }
    }
}
