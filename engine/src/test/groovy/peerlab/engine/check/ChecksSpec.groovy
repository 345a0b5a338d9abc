package peerlab.engine.check

import peerlab.engine.spec.Expression
import spock.lang.Specification

import static peerlab.engine.check.Words.*

class ChecksSpec extends Specification {

    static final IS_FIVE = compare(metric('x'), '==', number(5))
    static final IS_POSITIVE = compare(metric('x'), '>', number(0))

    def "there is nothing to watch where all is asked of the last state"() {
        given: 'a run without metrics'
        def run = new ScriptedRun()

        expect: 'that only other expectations, or a condition that ends the run, need telling'
        new Checks([atEnd(IS_FIVE)], Optional.empty(), run).isIdle()
        new Checks([], Optional.empty(), run).isIdle()
        !new Checks([atEnd(IS_FIVE), always(IS_FIVE)], Optional.empty(), run).isIdle()
        !new Checks([], Optional.of(IS_FIVE), run).isIdle()
    }

    def "verdicts come in the order of the expectations, and a run may end where it begins"() {
        given: 'a number that is 5'
        def run = new ScriptedRun()
        run.set0('x', 5)
        run.watch(atEnd(IS_POSITIVE), always(IS_FIVE), never(IS_FIVE), settles(IS_FIVE, within: 0),
                eventually(IS_FIVE, within: 0))

        expect: 'one verdict each'
        run.ends(0)*.verdict()*.word() == ['pass', 'pass', 'fail', 'pass', 'inconclusive']
    }

    def "at end looks at the last state and at no other"() {
        given: 'a number that is 5 only at the end'
        def run = new ScriptedRun().watch(atEnd(IS_FIVE))
        run.set(1, 'x', 4).set(2, 'x', 3).set(3, 'x', last)

        expect: 'the verdict on the last one, after one look'
        run.end(9).verdict() == verdict
        run.dials['x'].reads == 1

        where:
        last | verdict
        5    | Verdict.PASS
        6    | Verdict.FAIL
    }

    def "a state that lasts no time at all counts"() {
        given: 'three events at 2 s'
        def run = new ScriptedRun()
        run.set0('x', 1)
        run.watch(always(IS_POSITIVE), eventually(IS_FIVE, within: 4))
        run.set(2, 'x', 0).set(2, 'x', 5).set(2, 'x', 1)

        expect: 'that both saw it'
        run.ends(6)*.verdict() == [Verdict.FAIL, Verdict.PASS]
    }

    def "always looks at events in its window only: from #after to #until the verdict is #verdict"() {
        given: 'a number that is wrong from 3 s to 5 s'
        def run = new ScriptedRun()
        run.set0('x', 5)
        run.watch(always(IS_FIVE, after: after, until: until))
        run.set(3, 'x', 0).set(5, 'x', 5)

        expect: 'the window closed at its beginning and open at its end'
        run.end(9).verdict() == verdict

        where:
        after | until | verdict
        null  | null  | Verdict.FAIL
        null  | 3     | Verdict.PASS
        null  | 3.001 | Verdict.FAIL
        4.999 | null  | Verdict.FAIL
        5     | null  | Verdict.PASS
        3     | 3     | Verdict.INCONCLUSIVE
    }

    def "until a mark does not speak of the state that its event leaves"() {
        given: 'a crash that takes peers away'
        def run = new ScriptedRun()
        run.set0('x', 5)
        run.watch(always(IS_FIVE, until: 'the crash'))
        run.at(4, 'the crash') { run.dials['x'].set(2) }

        expect: 'that all was well until then'
        run.end(9).verdict() == Verdict.PASS
    }

    def "a mark that comes again moves: what was seen since the first one is forgotten"() {
        given: 'peers that crash one by one under one mark, and a number that is wrong in between'
        def run = new ScriptedRun()
        run.set0('x', 5)
        run.watch(always(IS_FIVE, after: 'the crash'), settles(IS_FIVE, within: 2, after: 'the crash'))
        run.mark(10, 'the crash').set(11, 'x', 1).mark(13, 'the crash').set(14, 'x', 5)

        when: 'the run ends'
        def verdicts = run.ends(20)

        then: 'the second time counts, also for what had failed already'
        verdicts*.claim() == ["always after 'the crash' (13 s): x == 5",
                              "settles within 2 s after 'the crash' (13 s): x == 5"]
        verdicts[0].at().get().toString() == '13 s'
        verdicts[1].verdict() == Verdict.PASS
    }

    def "a mark may come after the event it belongs to was told"() {
        given: 'an order of calls that is not the usual one'
        def run = new ScriptedRun()
        run.set0('x', 5)
        run.watch(always(IS_FIVE, after: 'the crash'))
        run.set(4, 'x', 1)
        run.checks.mark('the crash', nanos(4))
        run.set(6, 'x', 5)

        expect: 'that the state at the mark is looked at nevertheless'
        run.end(9).at().get().toString() == '4 s'
    }

    def "eventually wants an instant, not a state: what holds at the deadline itself is in time"() {
        given: 'a number that becomes 5 at a certain instant'
        def run = new ScriptedRun()
        run.set0('x', 1)
        run.watch(eventually(IS_FIVE, within: 3, after: 2))
        run.set(time, 'x', 5)

        expect: 'the deadline is the last instant that counts'
        run.end(9).with { [it.verdict(), it.at().get().toString()] } == [verdict, at]

        where:
        time  | verdict              | at
        1     | Verdict.INCONCLUSIVE | '2 s'
        2     | Verdict.INCONCLUSIVE | '2 s'
        3     | Verdict.PASS         | '3 s'
        5     | Verdict.PASS         | '5 s'
        5.001 | Verdict.FAIL         | '5 s'
    }

    def "a window of a rate runs empty between events, and that is noticed at the instant itself"() {
        given: 'one failure at 10 s, then no gets, under a rate over 5 s'
        def isPerfect = compare(metric('gets.successRate'), '==', percent(100))
        def run = new ScriptedRun(1).watch(settles(isPerfect, within: within, over: 5),
                never(compare(metric('gets.successRate'), '<', percent(60)), over: 5))
        run.get(8, true).get(10, false).get(12, true)

        when: 'the run ends long after'
        def verdicts = run.ends(60)

        then: 'the failure leaves the window at 15 s; at 13 s only it and the last get are in it'
        verdicts[0].verdict() == verdict
        verdicts[0].at().get().toString() == at
        verdicts[1].at().get().toString() == '10 s'

        where:
        within | verdict      | at
        15     | Verdict.PASS | '15 s'
        14.999 | Verdict.FAIL | '14.999 s'
    }

    def "an answer at the instant of the trigger counts, one at the deadline too, one after it does not"() {
        given: 'a trigger at 2 s and an answer later'
        def run = new ScriptedRun()
        run.set0('a', 0)
        run.set0('b', 0)
        run.watch(leadsTo(compare(metric('b'), '==', number(1)), within: 3,
                when: compare(metric('a'), '==', number(1))))
        if (time == 2) {
            run.at(2) { run.dials['a'].set(1); run.dials['b'].set(1) }
        } else {
            run.set(2, 'a', 1).set(time, 'b', 1)
        }

        expect: 'the verdict'
        run.end(9).verdict() == verdict

        where:
        time  | verdict
        2     | Verdict.PASS
        5     | Verdict.PASS
        5.001 | Verdict.FAIL
    }

    def "a trigger that holds from the beginning wants an answer, and holding on is no second trigger"() {
        given: 'a trigger that holds all the time'
        def run = new ScriptedRun()
        run.set0('a', 1)
        run.set0('b', 0)
        run.watch(leadsTo(compare(metric('b'), '==', number(1)), within: 3,
                when: compare(metric('a'), '==', number(1))))
        run.set(1, 'b', 1).set(2, 'b', 0).set(3, 'c', 7).set(4, 'a', Double.NaN).set(5, 'a', 1)

        expect: 'one answer is enough'
        run.end(20).verdict() == Verdict.PASS
    }

    def "a hundred thousand triggers without an answer are too many to keep, and the verdict is right"() {
        given: 'a trigger every 2 ns'
        def run = new ScriptedRun()
        run.set0('a', 0)
        run.set0('b', 0)
        run.watch(leadsTo(compare(metric('b'), '==', number(1)), within: 5,
                when: compare(metric('a'), '==', number(1))))
        100_000.times {
            run.dials['a'].set(1)
            run.checks.afterEvent(2 * it, Checks.ALL)
            run.dials['a'].set(0)
            run.checks.afterEvent(2 * it + 1, Checks.ALL)
        }

        when: 'the deadlines pass'
        def verdict = run.end(20)

        then: 'all that were kept are unmet'
        verdict.verdict() == Verdict.FAIL
        verdict.cause()[1].contains(" $Pending.MOST times: ")
    }

    def "an answer that a peer gives while nobody waits is known when the next trigger asks"() {
        given: 'a trigger at 1 s that is over before its deadline passes unmet'
        def run = new ScriptedRun(2)
        run.set0('a', 0)
        run.scripted[0].values = [b: 0]
        run.watch(leadsTo(over('exists', ofPeer('b')), within: 1,
                when: compare(metric('a'), '==', number(1))))
        run.set(1, 'a', 1).set(1.5, 'a', 0)

        when: 'the peer changes at 3 s, and an event that touches another brings the next trigger'
        run.show(3, 0, [b: 1])
        run.at(4, null, 1) { run.dials['a'].set(1) }

        then: 'only the first one is unmet'
        run.end(9).cause()[1] == 'it did not follow within 1 s once: a == 1 began to hold at 1 s'
    }

    def "those that wait leave in the order in which they came, however many come and go"() {
        given: 'a queue and a plain list beside it'
        def pending = new Pending()
        def list = []

        expect: 'the same at each step'
        (1..5000).every {
            pending.add(it)
            list << it
            if (it % 3 > 0) {
                pending.removeOldest()
                list.remove(0)
            }
            pending.size() == list.size() && (list.isEmpty() || pending.oldest() == list[0])
        }
    }

    def "what is decided is looked at no more"() {
        given: 'an expectation that fails at 1 s'
        def run = new ScriptedRun()
        run.set0('x', 5)
        run.watch(always(IS_FIVE), eventually(compare(metric('x'), '==', number(4)), within: 9))
        run.set(1, 'x', 4)
        int reads = run.dials['x'].reads

        when: 'the number changes a hundred times'
        (2..101).each { run.set(it, 'x', it) }

        then: 'nobody reads it'
        run.dials['x'].reads == reads
    }

    def "a run ends when its condition comes to hold, be it between two events"() {
        given: 'a run that ends when there were no failures for 5 s'
        def run = new ScriptedRun()
        def failed = new ScriptedRun.SuccessRate(span(5))
        def noFailure = compare(metric('quiet'), '==', percent(100))
        run.dials['quiet'] = new ScriptedRun.Dial() {
            @Override
            double at(long nanos) { failed.at(nanos) }

            @Override
            long version() { failed.version }

            @Override
            long nextExpiry(long nanos) { failed.nextExpiry(nanos) }
        }
        run.checks = new Checks([always(noFailure, after: 17)], Optional.of(noFailure), run)
        run.checks.begin(0)

        when: 'one fails at 10 s, one succeeds at 12 s, and the next event is at 60 s'
        run.at(10) { failed.add(nanos(10), false) }
        run.at(12) { failed.add(nanos(12), true) }
        boolean isReachedBefore = run.checks.isStopReached()
        run.checks.passTo(nanos(60))

        then: 'it came to hold at 15 s, and nothing beyond was looked at'
        !isReachedBefore
        run.checks.isStopReached()
        run.checks.stopNanos() == nanos(15)
        run.end(15).cause() == ['the run ended at 15 s, before 17 s']
    }

    def "a condition that ends the run is noticed after an event, and stays noticed"() {
        given: 'a run that ends when x is 5'
        def run = new ScriptedRun()
        run.checks = new Checks([], Optional.of(IS_FIVE), run)
        run.checks.begin(0)

        when: 'it is 5 for an instant'
        run.set(3, 'x', 5).set(3, 'x', 4)

        then: 'that was it'
        run.checks.isStopReached()
        run.checks.stopNanos() == nanos(3)
    }

    def "windows that end beyond all time never end"() {
        expect: 'no overflow'
        Window.later(Long.MAX_VALUE - 5, span(1).get()) == Long.MAX_VALUE
        Window.later(5, span(0).get()) == 5
    }

    def "the last state is nothing that an expectation about it can be shown earlier"() {
        given: 'an expectation about the last state'
        def property = new AtEnd(atEnd(IS_FIVE), new ScriptedRun())

        when: 'somebody shows it another'
        property.observe(3, Part.ALL, true)

        then: 'the numbers'
        thrown(IllegalStateException)

        when: 'somebody starts it again'
        property.restart()

        then: 'likewise'
        thrown(IllegalStateException)
    }

    def "a claim says operator, bounds, condition and window"() {
        expect: 'one line of English'
        expectation.claim() == text

        where:
        expectation                                                   | text
        always(IS_FIVE)                                                | 'always x == 5'
        always(IS_FIVE, after: 3, until: 'the heal')                   | "always after 3 s until 'the heal': x == 5"
        never(IS_FIVE, over: 5)                                        | 'never x == 5, over 5 s'
        eventually(IS_FIVE, within: 0.2)                               | 'eventually within 200 ms: x == 5'
        settles(IS_FIVE, within: 20, after: 'the crash', over: 5)      | "settles within 20 s after 'the crash': x == 5, over 5 s"
        leadsTo(IS_FIVE, within: 1, when: IS_POSITIVE, after: 2)        | 'leads to within 1 s after 2 s, when x > 0: x == 5'
        atEnd(IS_FIVE)                                                 | 'at end x == 5'
    }

    def "an expression is written with parentheses only where it needs them"() {
        given: 'numbers'
        def (a, b, c) = ['a', 'b', 'c'].collect { metric(it) }

        expect: 'the text that means it'
        written(compute(compute(a, '-', b), '-', c)) == 'a - b - c'
        written(compute(a, '-', compute(b, '-', c))) == 'a - (b - c)'
        written(compute(compute(a, '+', b), '*', c)) == '(a + b) * c'
        written(compute(a, '+', compute(b, '*', c))) == 'a + b * c'
        written(both(compare(a, '<', b), either(IS_FIVE, IS_POSITIVE))) == 'a < b and (x == 5 or x > 0)'
        written(either(both(IS_FIVE, IS_POSITIVE), not(IS_FIVE))) == 'x == 5 and x > 0 or not (x == 5)'
        written(compare(compare(a, '<', b), '==', yes())) == '(a < b) == true'
    }

    private static String written(Expression expression) {
        expression.toString()
    }
}
