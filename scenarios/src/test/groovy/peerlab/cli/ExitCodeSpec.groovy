package peerlab.cli

import spock.lang.Specification

import peerlab.engine.check.Verdict

import static peerlab.cli.ExitCode.*

class ExitCodeSpec extends Specification {

    def "the numbers are the ones that the language promises"() {
        expect:
        [PASS, FAIL, INCONCLUSIVE, WRONG, FAULT]*.number() == [0, 1, 2, 3, 4]
        [UNWRITTEN, UNREAD]*.number() == [4, 141]
        Verdict.values().collect { ExitCode.of(it) } == [PASS, FAIL, INCONCLUSIVE]
    }

    def "of several the worst counts: a fault, then a wrong scenario, then a failure, then a doubt"() {
        expect: "whatever their order"
        [PASS, INCONCLUSIVE, FAIL, WRONG, FAULT].permutations()
                .every { it.inject { a, b -> a.and(b) } == FAULT }
        [PASS, INCONCLUSIVE, FAIL, WRONG].permutations().every { it.inject { a, b -> a.and(b) } == WRONG }
        [PASS, INCONCLUSIVE, FAIL].permutations().every { it.inject { a, b -> a.and(b) } == FAIL }
        [PASS, FAIL, WRONG, UNWRITTEN].permutations().every { it.inject { a, b -> a.and(b) } == UNWRITTEN }
        [PASS, INCONCLUSIVE].permutations().every { it.inject { a, b -> a.and(b) } == INCONCLUSIVE }
    }
}
