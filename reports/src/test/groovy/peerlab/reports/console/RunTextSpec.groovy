package peerlab.reports.console

import peerlab.engine.RunFailure
import peerlab.engine.RunResult
import peerlab.engine.base.SourcePlace
import peerlab.engine.check.Verdict
import peerlab.engine.spec.ExpectationSpec
import peerlab.engine.spec.Temporal
import peerlab.reports.Golden
import peerlab.reports.Runs
import spock.lang.Specification

class RunTextSpec extends Specification {

    static final Style TIMED = new Style(false, true)

    def "a failed run gives the claim, the numbers, the cause, and the way to look closer"() {
        expect: 'the standard of the language'
        new RunText(TIMED, Commands.PLAIN).summary(Runs.kademlia()) == '''\
            FAIL  kademlia   seed 42   fingerprint 9f2c41d7a05be613   64 peers, 90 s simulated in 0.4 s
                  Kademlia recovers within 20 s of losing 30% of its peers

              x settles within 20 s after 'the crash' (50 s): gets.successRate >= 95%, over 5 s         kademlia.groovy:23
                  at 70 s 88%: 3 of 25 gets failed; best 92% at 66.4 s
                  first: get key-17 from p12 at 51.480 s -> not found
                         p12 asked p3, p40, p51, all down since 50 s; p22 holds the key and was never asked
              o always buckets.largest <= k
              o at end gets.wrong == 0                                                                     10 of 10 points

              look   peerlab trace kademlia.groovy --seed 42 --around 51.480s --peer p12
              again  peerlab run kademlia.groovy --seed 42
            '''.stripIndent()
    }

    def "#name looks as it should"() {
        when:
        def text = new RunText(style, commands).summary(result)

        then:
        text == Golden.of("console/${name.replace(' ', '-')}.txt", text)

        where:
        name                     | style                   | commands                                       | result
        'a pass'                 | Style.COMPARABLE        | Commands.PLAIN                                 | passed()
        'a doubt'                | Style.COMPARABLE        | Commands.PLAIN                                 | doubtful()
        'a protocol that threw'  | Style.COMPARABLE        | new Commands(['--set', 'n=128'])               | broken()
        'a limit'                | Style.COMPARABLE        | new Commands(['--with', 'my classes/a.jar'])   | limited()
        'colours'                | new Style(true, false)  | Commands.PLAIN                                 | Runs.kademlia()
        'notes'                  | Style.COMPARABLE        | Commands.PLAIN                                 | Runs.but(passed(), notes: ['the crash at 50 s met nobody', 'p3 never joined'])
        'nothing expected'       | Style.COMPARABLE        | Commands.PLAIN                                 | nothingExpected()
        'nasty words'            | Style.COMPARABLE        | new Commands(['--set', "a=" + Runs.NASTY])     | Runs.nasty()
    }

    def "nothing that a scenario or student wrote reaches the terminal as a command to it"() {
        when:
        def text = new RunText(Style.COMPARABLE, Commands.PLAIN).summary(Runs.nasty())

        then: 'no escape, no bell, no line beyond those of the layout'
        text.codePoints().noneMatch { it != 10 && (it < 32 || it == 0x202e || it == 0x2028) }
        text.readLines().size() == 11
        text.contains('\\u001b[31m')
    }

    def "texts without wall time and colours are the same for every run; colours change nothing else"() {
        given:
        def slow = Runs.but(Runs.kademlia(), wallNanos: 99_000_000_000L)
        def text = new RunText(Style.COMPARABLE, Commands.PLAIN).summary(Runs.kademlia())

        expect:
        text == new RunText(Style.COMPARABLE, Commands.PLAIN).summary(slow)
        text == new RunText(new Style(true, false), Commands.PLAIN).summary(slow)
                .replaceAll(/\u001b\[\d+m/, '')
    }

    def "wall time is told in seconds, or in milliseconds where it is short: #nanos"() {
        given:
        def result = Runs.but(Runs.kademlia(), wallNanos: nanos as long)

        expect:
        new RunText(TIMED, Commands.PLAIN).line(result, 1).contains(" simulated in $text   10 of 10 points\n")

        where:
        nanos           | text
        400_000         | '0 ms'
        3_500_000       | '4 ms'
        99_400_000      | '99 ms'
        99_600_000      | '0.1 s'
        412_345_678     | '0.4 s'
        1_960_000_000   | '2.0 s'
        61_000_000_000  | '61.0 s'
    }

    def "runs of a list stand below each other"() {
        given:
        def text = new RunText(Style.COMPARABLE, Commands.PLAIN)

        expect:
        [Runs.kademlia(), passed(), doubtful()].collect { text.line(it, 10) }.join('') == '''\
            FAIL          kademlia     seed 42   fingerprint 9f2c41d7a05be613   64 peers, 90 s simulated   10 of 10 points
            PASS          kademlia     seed 42   fingerprint 9f2c41d7a05be613   64 peers, 90 s simulated   10 of 10 points
            INCONCLUSIVE  short        seed 1   fingerprint 9f2c41d7a05be613   1 peer, 90 s simulated   1 of 6 points
            '''.stripIndent()
    }

    def "several runs have a total"() {
        expect:
        tally.toString() == text

        where:
        tally                                                            | text
        Tally.NONE                                                       | '0 scenarios: 0 passed, 0 failed, 0 inconclusive'
        Tally.NONE.plus(Verdict.PASS)                                    | '1 scenario: 1 passed, 0 failed, 0 inconclusive'
        new Tally(10, 0, 0, 0).plus(Verdict.FAIL).plus(Verdict.INCONCLUSIVE) | '12 scenarios: 10 passed, 1 failed, 1 inconclusive'
        new Tally(1, 0, 0, 0).plusRefused()                              | '2 scenarios: 1 passed, 0 failed, 0 inconclusive, 1 not run'
    }

    static RunResult passed() {
        Runs.result(Runs.kademliaSpec(), Verdict.PASS, [Runs.always(), Runs.atEnd()])
    }

    static RunResult doubtful() {
        def verdicts = [Runs.atEnd(5, Verdict.INCONCLUSIVE, ['no get ever ran']), Runs.atEnd(1)]
        Runs.result(Runs.spec('short', 'Nothing is ever asked', 1, [:], verdicts*.expectation(), 1, null),
                Verdict.INCONCLUSIVE, verdicts)
    }

    static RunResult broken() {
        def failure = new RunFailure(RunFailure.Kind.PROTOCOL, Runs.seconds(31),
                'p7 threw NullPointerException at 31 s while handling FindNode from p12',
                ['Cannot invoke "student.Bucket.add" because "bucket" is null',
                 '    at student.MyTable.update(MyTable.java:41)'])
        Runs.result(Runs.kademliaSpec(), Verdict.FAIL,
                [Runs.atEnd(10, Verdict.INCONCLUSIVE, ['the run ended at 31 s, before it could be judged'])],
                        failure)
    }

    static RunResult limited() {
        def failure = new RunFailure(RunFailure.Kind.LIMIT, Runs.seconds(31),
                'the run reached its limit of 1000 events at 31 s', ['p7 sent 990 of 995 messages'])
        Runs.result(Runs.kademliaSpec(), Verdict.FAIL, [], failure)
    }

    static RunResult nothingExpected() {
        Runs.result(Runs.spec('tour', 'First contact', 1, [:], [], 10, 'tour.yaml'), Verdict.PASS, [])
    }
}
