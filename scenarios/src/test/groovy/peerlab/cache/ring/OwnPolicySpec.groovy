package peerlab.cache.ring

import java.nio.file.Files
import java.nio.file.Path

import peerlab.cli.Golden
import peerlab.cli.Shell
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Somebody's own eviction policy in the caches of a ring: right ones, others, and wrong ones. */
@Timeout(240)
class OwnPolicySpec extends Specification {

    static final String SCENARIO = '''\
        scenario: A policy of one's own
        peers: { count: 3, run: cache-ring, origin: 10ms }
        cache: { policy: lru, entries: 20 }
        use: { class: my.Policy, as: eviction-policy }
        timeline:
          - { during: 1s..6s, get: "zipf(0.9, of: 300)", every: 5ms }
        expect:
          - { at end: gets.failed == 0 }
          - { always: every cache keeps to its capacity }
        stop: { at: 7s }
        '''.stripIndent()

    static final String OWN = Golden.ROOT.resolve('scenarios/src/test/java/my/RecentlyUsed.java')
            .toFile().getText('UTF-8').replace('RecentlyUsed', 'Policy')

    @TempDir
    Path folder

    def "a right one gives the run that the reference gives, to the last number"() {
        given:
        def shell = shell(OWN)
        shell.file('reference.yaml', SCENARIO.replaceAll(/(?m)^use.*\n/, ''))

        when:
        def answer = shell.call('run own.yaml --with src')

        then:
        answer.err() == ''
        answer.code() == 0
        fingerprint(answer) == fingerprint(shell.call('run reference.yaml'))
    }

    def "an alternative gives another run, and keeps to the capacity as well"() {
        given: 'first in, first out: a hit changes nothing'
        def shell = shell(OWN.replaceFirst(/(?s)(void onHit\(int entry\) \{).*?\n    \}/, '$1\n    }'))
        shell.file('fifo.yaml', SCENARIO.replaceAll(/(?m)^use.*\n/, '').replace('lru', 'fifo'))

        when:
        def answer = shell.call('run own.yaml --with src')

        then:
        answer.code() == 0
        fingerprint(answer) == fingerprint(shell.call('run fifo.yaml'))
    }

    def "one that #wrong is to blame, with its name and its own frames"() {
        when:
        def answer = shell(OWN.replace(right, instead)).call('run own.yaml --with src')

        then:
        answer.code() == 1
        answer.out().contains(said)
        answer.out().contains('my.Policy') || answer.out().contains('peerlab.cache.Cache')

        where:
        wrong                          | right | instead | said
        'names a stranger'             | 'return order.iterator().next();' | 'return 4711;' |
                'the policy named entry 4711 as a victim, which is not in the cache'
        'throws'                       | 'return order.iterator().next();' |
                'throw new IllegalStateException("at a loss");' | 'IllegalStateException'
        'names nobody'                 | 'return order.iterator().next();' | 'return -5;' |
                'the policy named entry -5 as a victim, which is not in the cache'
    }

    def "one that lets nobody in serves its clients from the origin"() {
        given: 'the newcomer is to stay out'
        def shell = shell(OWN.replace('return order.iterator().next();', 'return NEWCOMER;'))

        expect:
        shell.call('run own.yaml --with src').code() == 0
    }

    private Shell shell(String source) {
        def shell = new Shell(folder)
        Files.createDirectories(folder.resolve('src/my'))
        Files.writeString(folder.resolve('src/my/Policy.java'), source)
        shell.file('own.yaml', SCENARIO)
        shell
    }

    private static String fingerprint(Shell.Answer answer) {
        (answer.out() =~ /fingerprint ([0-9a-f]{16})/)[0][1]
    }
}
