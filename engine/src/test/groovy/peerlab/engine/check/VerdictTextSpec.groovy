package peerlab.engine.check

import peerlab.engine.base.SimTime
import peerlab.engine.base.Unit
import peerlab.engine.observe.View
import spock.lang.Specification

import static peerlab.engine.check.ExpectationVerdict.PartValue
import static peerlab.engine.check.Words.*

class VerdictTextSpec extends Specification {

    private static SimTime seconds(int seconds) { new SimTime(seconds * 1_000_000_000L) }

    def rateIsHigh = compare(metric('gets.successRate'), '>=', percent(95))

    def "a rate that does not settle gives the numbers, the best, the first failure and its explanation"() {
        given: 'a get every 200 ms, of which many fail after a crash at 50 s'
        def run = new ScriptedRun(64).watch(settles(rateIsHigh, within: 20, after: 'the crash', over: 5))
        run.mark(50, 'the crash')
        run.get(51.480, false, 11, 'key-17',
                ['p12 asked p3, p40, p51, all down since 50 s; p22 holds the key and was never asked'])
        def failing = (52..61) + [61.4, 63, 65.2, 66.6, 69]
        for (BigDecimal time = 51.6; time <= 80; time += 0.2) {
            run.get(time, failing.every { it != time }, 4)
        }

        when: 'the run ends'
        def verdict = run.end(80)

        then: 'the claim names the time of the mark'
        verdict.claim() == "settles within 20 s after 'the crash' (50 s): gets.successRate >= 95%, over 5 s"

        and: 'the cause reads as the language page shows it'
        verdict.verdict() == Verdict.FAIL
        verdict.at().get().toString() == '70 s'
        verdict.cause() == [
                'at 70 s 88%: 3 of 25 gets failed; best 92% at 66.4 s',
                'first: get key-17 from p12 at 51.480 s -> not found',
                '       p12 asked p3, p40, p51, all down since 50 s; p22 holds the key and was never asked']

        and: 'every part has its value'
        verdict.values() == [new PartValue('gets.successRate >= 95%', 'false'),
                             new PartValue('gets.successRate', '88% (3 of 25 failed)')]

        and: 'it pays to look at the first failure'
        verdict.lookAt().get().time().toString() == '51.48 s'
        verdict.lookAt().get().peer().get() == 'p12'
        verdict.points() == 0
    }

    def "a rate that settles and relapses says when and how often"() {
        given: 'gets that fail only at 12 s and 20 s, long after the deadline'
        def run = new ScriptedRun(5).watch(settles(rateIsHigh, within: 5, over: 2))
        run.get(1, true).get(12, false).get(15, true).get(20, false).get(23, true)

        expect: 'the last relapse'
        run.end(30).cause()[0] ==
                'at 20 s 0%: 1 of 1 gets failed; it relapsed 2 times after the deadline at 5 s'
    }

    def "a rate that held for a while and was lost before the deadline says from when to when"() {
        given: 'a number that is high between 2 s and 4 s'
        def run = new ScriptedRun().watch(settles(compare(metric('x'), '>=', number(5)), within: 10))
        run.set(1, 'x', 3).set(2, 'x', 6).set(4, 'x', 2)

        expect: 'that part of the story'
        run.end(20).cause() == ['at 10 s x was 2; best 6 at 2 s; it held from 2 s to 4 s']
    }

    def "a value that first appears after the deadline, and wrong, says so"() {
        given: 'a number without value up to 12 s'
        def run = new ScriptedRun().watch(settles(compare(metric('x'), '>=', number(5)), within: 10))
        run.set(12, 'x', 3)

        expect: 'that part of the story'
        run.end(20).cause() == ['at 12 s x was 3; it had no value before the deadline at 10 s']
    }

    def "a failure says which faults were active at the instant that decided"() {
        given: 'a number that falls while two faults are active, and stays low when they are over'
        def run = new ScriptedRun().watch(always(compare(metric('x'), '>=', number(5))))
        run.set0('x', 6)
        run.active << new View.FaultView('partition minority', seconds(30), Optional.of(seconds(40)), [])
        run.active << new View.FaultView('slow p3 by 200 ms', seconds(31), Optional.empty(), [])
        run.set(35, 'x', 2)
        run.active.clear()

        expect: 'each with its time'
        run.end(60).cause() == ['at 35 s x was 2',
                'meanwhile partition minority, 30 s to 40 s; slow p3 by 200 ms, since 31 s']
    }

    def "of many faults the first few are named"() {
        given: 'five of them'
        def run = new ScriptedRun().watch(never(compare(metric('x'), '>=', number(5))))
        (1..5).each { run.active << new View.FaultView("pause p$it", seconds(it), Optional.empty(), []) }
        run.set(35, 'x', 6)

        expect:
        run.end(60).cause()[1] ==
                'meanwhile pause p1, since 1 s; pause p2, since 2 s; pause p3, since 3 s; 2 more'
    }

    def "a count names the first few peers and how many more"() {
        given: 'leaders'
        def run = new ScriptedRun(20)
        run.scripted.each { it.values = [leader: false] }
        run.watch(always(compare(over('count', ofPeer('leader')), '<=', number(1))))

        when: 'all of them claim the lead at once'
        run.at(3) { run.scripted.drop(5).each { it.values = [leader: true] } }
        def verdict = run.end(10)

        then: 'the first three, and the number of the others'
        verdict.cause() == ['at 3 s count { leader } was 15: p6, p7, p8 and 12 more']
        verdict.values()*.value() == ['false', '15 (p6, p7, p8 and 12 more)']
        verdict.lookAt().get().toString() == 'Evidence[time=3 s, peer=Optional[p6]]'
    }

    def "a rule for all peers names those who break it and what they show"() {
        given: 'peers with a limit'
        def run = new ScriptedRun(3)
        run.scripted.each { it.values = [entries: 4, limit: 10] }
        run.watch(always(over('forAll', compare(ofPeer('entries'), '<=', ofPeer('limit')))))
        run.show(7.5, 1, [entries: 11, limit: 10])

        expect: 'the peer, with its values'
        run.end(9).cause() ==
                ['at 7.5 s forAll { entries <= limit } was false: not for p2 (entries 11, limit 10)']
    }

    def "the largest says whose it is, and a sum does not"() {
        given: 'loads'
        def run = new ScriptedRun(3)
        run.scripted.eachWithIndex { peer, i -> peer.values = [load: i] }
        run.watch(never(compare(over(function, ofPeer('load')), '>', number(bound))))
        run.show(1, 0, [load: 5])

        expect: 'as much as there is to say'
        run.end(2).cause() == [text]

        where:
        function | bound | text
        'max'    | 4     | 'at 1 s max { load } was 5: p1'
        'sum'    | 7     | 'at 1 s sum { load } was 8'
        'mean'   | 2     | 'at 1 s mean { load } was 2.66667'
    }

    def "a parameter is shown with its value, a plain number is not"() {
        given: 'a limit by name'
        def run = new ScriptedRun().watch(always(compare(metric('buckets.largest'), '<=', number(8, 'k'))))
        run.set(31.48, 'buckets.largest', 9)
        def verdict = run.end(90)

        expect: 'its value among the parts'
        verdict.cause() == ['at 31.48 s buckets.largest was 9']
        verdict.values() == [new PartValue('buckets.largest <= k', 'false'),
                new PartValue('buckets.largest', '9'),
                             new PartValue('k', '8')]
        verdict.claim() == 'always buckets.largest <= k'
    }

    def "a condition of several parts gives the value of each, up to four in the sentence"() {
        given: 'six metrics, two of which are the same, and one without a value'
        def run = new ScriptedRun()
        def parts = ['a', 'b', 'c', 'd', 'a', 'e'].collect { compare(metric(it), '==', number(1)) }
        run.watch(never(parts.inject { left, right -> either(left, right) }))
        run.at(2) { ['a': 1, 'b': 2, 'd': 4, 'e': 5].each { run.dials[it.key].set(it.value as double) } }
        def verdict = run.end(3)

        expect: 'each once'
        verdict.cause() == ['at 2 s a was 1, b was 2, c had no value, d was 4 and 1 more']
        verdict.values().findAll { !it.part().contains('==') }.collectEntries { [it.part(), it.value()] } ==
                [a: '1', b: '2', c: 'no value', d: '4', e: '5']
    }

    def "a named property, a truth, a word and a negation read as sentences"() {
        given: 'one of them, broken at 4 s'
        def run = new ScriptedRun(1)
        run.properties['at most one leader per term'] = true
        run.dials['topology.connected'].unit = Unit.TRUTH
        run.dials['topology.connected'].set(1)
        run.scripted[0].values = [role: 'relay']
        run.watch(always(condition))
        run.at(4) {
            run.properties['at most one leader per term'] = false
            run.dials['topology.connected'].set(0)
            run.scripted[0].values = [role: 'edge']
        }

        expect: 'the sentence'
        run.end(5).cause() == [text]

        where:
        condition                                                             | text
        property('at most one leader per term')                               | "at 4 s 'at most one leader per term' was false"
        metric('topology.connected')                                          | 'at 4 s topology.connected was false'
        not(not(metric('topology.connected')))                                | 'at 4 s topology.connected was false'
        over('exists', compare(ofPeer('role'), '==', text('relay')))          | "at 4 s exists { role == 'relay' } was false"
        over('forAll', compare(ofPeer('role'), '==', text('relay')))          | "at 4 s forAll { role == 'relay' } was false: not for p1 (role 'edge')"
    }

    def "other rates say how many fell short"() {
        given: 'a hit ratio'
        def run = new ScriptedRun()
        run.dials['cache.hitRatio'] = new ScriptedRun.Dial(unit: Unit.RATIO, detail: '3 of 25')
        run.watch(always(compare(percent(90), '<=', metric('cache.hitRatio'))))
        run.set(2, 'cache.hitRatio', 0.88)

        expect: 'the numbers behind the share'
        run.end(3).cause() == ['at 2 s 88% (all but 3 of 25)']
    }

    def "a share that is almost enough is written so that it can be told apart"() {
        given: 'one failure in three million'
        def run = new ScriptedRun()
        run.dials['x.ratio'] = new ScriptedRun.Dial(unit: Unit.RATIO)
        run.watch(always(compare(metric('x.ratio'), '>=', percent(100))))
        run.set(2, 'x.ratio', 1 - 1 / 3_000_000)

        expect: 'as many decimals as it takes'
        run.end(3).cause() == ['at 2 s 99.99997%']
    }

    def "the best is the one closest to what was asked: #sign"() {
        given: 'a number on its way'
        def run = new ScriptedRun().watch(eventually(compare(metric('x'), sign, number(bound)), within: 10))
        [5, 7, 3, 6].eachWithIndex { x, i -> run.set(i + 1, 'x', x) }

        expect: 'its best value, and the mirror image reads the same'
        run.end(12).cause() == ["at 10 s x was 6$best".toString()]
        def turned = new ScriptedRun().watch(
                eventually(compare(number(bound), mirror, metric('x')), within: 10))
        [5, 7, 3, 6].eachWithIndex { x, i -> turned.set(i + 1, 'x', x) }
        turned.end(12).cause() == ["at 10 s x was 6$best".toString()]

        where:
        sign | mirror | bound | best
        '>=' | '<='   | 10    | '; best 7 at 2 s'
        '>'  | '<'    | 10    | '; best 7 at 2 s'
        '<=' | '>='   | 1     | '; best 3 at 3 s'
        '<'  | '>'    | 1     | '; best 3 at 3 s'
        '==' | '=='   | 4     | '; best 5 at 1 s'
    }

    def "what never had a value is inconclusive, and says what was missing"() {
        given: 'nothing to measure'
        def run = new ScriptedRun(2).watch(expectation)
        run.set(5, 'y', 1)

        when: 'the run ends'
        def verdict = run.end(80)

        then: 'the reason'
        verdict.verdict() == Verdict.INCONCLUSIVE
        verdict.cause()[0] == text
        verdict.at().isEmpty()

        and: 'what there would have been to look at'
        verdict.cause().drop(1) == (text.startsWith('no peer') ?
                ['peers show clockOffset, group, honest, name, paused, region, slow, up'] : [])

        where:
        expectation << [
                settles(compare(metric('gets.successRate'), '>=', percent(95)), within: 20, after: 50,
                        over: 5),
                always(compare(over('count', ofPeer('leadr')), '<=', number(1))),
                always(compare(compute(metric('y'), '/', number(0)), '<', number(1))),
                always(compare(metric('y'), '<', number(1)), after: 6, until: 6),
                atEnd(compare(metric('x'), '==', number(1))),
                always(compare(metric('x'), '==', number(1)), until: 7)]
        text << [
                'gets.successRate never had a value from 50 s to 80 s: no gets were answered',
                'no peer that was up had a value for count { leadr } from 0 s to 80 s',
                'y / 0 never had a value from 0 s to 80 s',
                'there was nothing to look at from 6 s to 6 s',
                'x never had a value from 0 s to 80 s',
                'x never had a value from 0 s to 7 s']
    }

    def "what is still open at the end is inconclusive, and says why"() {
        given: 'a number that becomes right at 4 s'
        def run = new ScriptedRun()
        run.set0('x', 0)
        run.watch(expectation)
        run.set(4, 'x', 1)

        when: 'the run ends at 6 s'
        def verdict = run.end(6)

        then: 'the reason'
        verdict.verdict() == Verdict.INCONCLUSIVE
        verdict.cause() == [text]

        where:
        expectation << [
                settles(compare(metric('x'), '==', number(2)), within: 20),
                eventually(compare(metric('x'), '==', number(2)), within: 20),
                eventually(compare(metric('x'), '==', number(0)), within: 20),
                always(compare(metric('x'), '==', number(0)), after: 10),
                always(compare(metric('x'), '>=', number(0)), after: 'the crash'),
                always(compare(metric('x'), '>=', number(0)), until: 'the crash'),
                leadsTo(compare(metric('x'), '==', number(2)), within: 3,
                        when: compare(metric('x'), '==', number(1))),
                leadsTo(compare(metric('x'), '==', number(2)), within: 1,
                        when: compare(metric('x'), '==', number(7)))]
        text << [
                'the run ended at 6 s, before the deadline at 20 s',
                'the run ended at 6 s, before the deadline at 20 s',
                'it held already at 0 s, so nothing brought it about; did you mean settles?',
                'the run ended at 6 s, before 10 s',
                "the mark 'the crash' was never reached",
                "the mark 'the crash' was never reached",
                'x == 1 began to hold at 4 s; the run ended at 6 s, before the deadline at 7 s',
                'x == 7 never began to hold, so nothing had to follow']
    }

    def "a value that comes too late to settle is inconclusive"() {
        given: 'no get before 12 s'
        def run = new ScriptedRun(5).watch(settles(rateIsHigh, within: 5, over: 2)).get(12, true)

        expect: 'that nothing was proved'
        run.end(20).cause() == ['there was no value before 12 s, after the deadline at 5 s']
    }

    def "unmet triggers are counted and the first ones listed"() {
        given: 'a trigger every 2 s that nothing follows'
        def run = new ScriptedRun()
        run.dials['a'].set(0)
        run.dials['b'].set(0)
        run.watch(leadsTo(compare(metric('b'), '==', number(1)), within: 0.5,
                when: compare(metric('a'), '==', number(1))))
        times.times { run.set(2 * it + 1, 'a', 1).set(2 * it + 2, 'a', 0) }
        def verdict = run.end(40)

        expect: 'the deciding deadline is the first one'
        verdict.cause() == ['at 1.5 s b was 0', "it did not follow within 500 ms $text".toString()]
        verdict.at().get().toString() == '1.5 s'

        where:
        times | text
        1     | 'once: a == 1 began to hold at 1 s'
        2     | '2 times: a == 1 began to hold at 1 s, 3 s'
        9     | '9 times: a == 1 began to hold at 1 s, 3 s, 5 s, 7 s, 9 s and 4 times more'
    }

    def "a passed expectation shows the values that made it pass"() {
        given: 'a number that becomes 5 at 3 s'
        def run = new ScriptedRun()
        run.set0('x', 1)
        run.watch(expectation)
        run.set(3, 'x', 5)

        when: 'the run ends'
        def verdict = run.end(10)

        then: 'points, an instant and the values'
        verdict.verdict() == Verdict.PASS
        verdict.points() == 3
        verdict.at().get().toString() == at
        verdict.values()*.value() == values
        verdict.cause().isEmpty()
        verdict.lookAt().isEmpty()

        where:
        expectation                                                    | at     | values
        eventually(compare(metric('x'), '==', number(5)), within: 5)   | '3 s'  | ['true', '5']
        settles(compare(metric('x'), '==', number(5)), within: 5)      | '3 s'  | ['true', '5']
        always(compare(metric('x'), '>', number(0)))                   | '10 s' | ['true', '5']
        always(compare(metric('x'), '>', number(0)), until: 8)         | '8 s'  | []
        never(compare(metric('x'), '>', number(5)))                    | '10 s' | ['false', '5']
        atEnd(compare(metric('x'), '==', number(5)))                   | '10 s' | ['true', '5']
    }
}
