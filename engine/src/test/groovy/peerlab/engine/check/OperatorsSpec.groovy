package peerlab.engine.check

import peerlab.engine.base.RandomSource
import spock.lang.Specification

import static peerlab.engine.check.Words.*

class OperatorsSpec extends Specification {

    static final SEEDS = 1..400

    /** Half of the timelines are told by metrics, the others by what two peers show. */
    static truth(String name, long seed) {
        def isOne = { compare(it, '==', number(1)) }
        seed % 2 == 0 ? isOne(metric(name)) : over('exists', isOne(ofPeer(name)))
    }

    def "always and never agree with brute force over all states, seed #seed"() {
        given: 'a random timeline, and windows that times and marks bound'
        def story = new Story(seed)

        expect: 'the same verdict at the same instant'
        answer(story, always(truth('p', seed), after: story.after, until: story.until)) ==
                story.oracle().always(story.after, story.until, false)
        answer(story, never(truth('p', seed), after: story.after, until: story.until)) ==
                story.oracle().always(story.after, story.until, true)

        where:
        seed << SEEDS
    }

    def "eventually agrees with brute force over all states, seed #seed"() {
        given: 'a random timeline'
        def story = new Story(seed)

        expect: 'the same verdict at the same instant'
        answer(story, eventually(truth('p', seed), within: story.within, after: story.after)) ==
                story.oracle().eventually(story.within, story.after)

        where:
        seed << SEEDS
    }

    def "settles agrees with brute force over all states, seed #seed"() {
        given: 'a random timeline'
        def story = new Story(seed)

        expect: 'the same verdict at the same instant'
        answer(story, settles(truth('p', seed), within: story.within, after: story.after)) ==
                story.oracle().settles(story.within, story.after)

        where:
        seed << SEEDS
    }

    def "leadsTo agrees with brute force over all states, seed #seed"() {
        given: 'a random timeline of a trigger and what must follow it'
        def story = new Story(seed)

        expect: 'the same verdict at the same instant'
        answer(story, leadsTo(truth('p', seed), within: story.within, when: truth('a', seed),
                after: story.after, until: story.until)) ==
                story.oracle().leadsTo(story.within, story.after, story.until)

        where:
        seed << SEEDS
    }

    def "a rate over a window agrees with counting at every instant at which it may change, seed #seed"() {
        given: 'requests at random instants, whose share of successes is taken over 3 s'
        def random = new RandomSource(seed)
        def gets = (0..<random.nextLong(20))
                .collect { [time: (int) random.nextLong(20), isSuccess: random.nextLong(3) > 0] }
                .sort { it.time }
        int end = 10 + (int) random.nextLong(15)
        gets = gets.findAll { it.time <= end }
        int within = (int) random.nextLong(8)
        Object after = random.nextLong(2) ? (Object) (int) random.nextLong(14) : null
        def half = compare(metric('gets.successRate'), '>=', percent(50))

        and: 'the states that one gets by counting anew after each request and as each leaves the window'
        def states = [new Oracle.State(0, null, null)]
        def count = { int time, int seen ->
            def fates = gets.take(seen).findAll { it.time > time - 3 }*.isSuccess
            fates ? 2 * fates.count(true) >= fates.size() : null
        }
        (0..end).each { time ->
            def now = gets.findIndexValues { it.time == time }.collect { it as int }
            if (now) {
                now.each { states << new Oracle.State(time, count(time, it + 1), null) }
            } else {
                states << new Oracle.State(time, count(time, gets.count { it.time < time } as int), null)
            }
        }
        def oracle = new Oracle(states, [:], end)

        expect: 'the same verdicts at the same instants'
        answerGets(gets, end, always(half, after: after, over: 3)) == oracle.always(after, null, false)
        answerGets(gets, end, never(half, after: after, over: 3)) == oracle.always(after, null, true)
        answerGets(gets, end, eventually(half, within: within, after: after, over: 3)) ==
                oracle.eventually(within, after)
        answerGets(gets, end, settles(half, within: within, after: after, over: 3)) ==
                oracle.settles(within, after)

        where:
        seed << SEEDS
    }

    def "the random timelines bring every operator to each verdict at least #times times"() {
        given: 'what the oracle says of all of them'
        def answers = SEEDS.collect { new Story(it) }.collectMany { story ->
            def oracle = story.oracle()
            [always: oracle.always(story.after, story.until, false),
                    eventually: oracle.eventually(story.within, story.after),
             settles: oracle.settles(story.within, story.after),
             leadsTo: oracle.leadsTo(story.within, story.after, story.until)]
                     .collect { "$it.key $it.value.verdict".toString() }
        }

        expect: 'no verdict that would go untested'
        answers.countBy { it }.size() == 4 * 3
        answers.countBy { it }.every { it.value >= times }

        where:
        times = 15
    }

    def answerGets(List gets, int end, expectation) {
        def run = new ScriptedRun().watch(expectation)
        gets.each { run.get(it.time, it.isSuccess) }
        answer(run.end(end))
    }

    def answer(Story story, expectation) {
        def run = new ScriptedRun(2)
        story.play(run, expectation)
        answer(run.end(story.end))
    }

    def answer(ExpectationVerdict verdict) {
        new Oracle.Answer(verdict.verdict().name(),
                verdict.at().map { (it.nanos() / 1_000_000_000L) as Integer }.orElse(null))
    }

    /** A random sequence of states, with marks on the way. */
    static class Story {
        final List<Oracle.State> states = []
        final Map<Integer, List<String>> reached = [:].withDefault { [] }
        final int end
        final int within
        final Object after
        final Object until

        Story(long seed) {
            def random = new RandomSource(seed)
            def truth = { random.nextLong(6) == 0 ? null : random.nextLong(2) == 0 }
            states << new Oracle.State(0, truth(), truth())
            int time = 0
            for (int i = 1; i <= random.nextLong(18); i++) {
                time += (int) Math.max(0, random.nextLong(5) - 1)
                def last = states.last()
                states << new Oracle.State(
                        time, random.nextLong(2) ? truth() : last.p, random.nextLong(2) ? truth() : last.a)
                ['m', 'u'].each { if (random.nextLong(8) == 0) { reached[i] << it } }
            }
            end = time + (int) random.nextLong(6)
            within = (int) random.nextLong(7)
            after = [null, null, (int) random.nextLong(12), 'm', 'm'][(int) random.nextLong(5)]
            until = [null, null, (int) random.nextLong(20), 'u', 'm'][(int) random.nextLong(5)]
        }

        Oracle oracle() {
            Map<String, List<Integer>> marks = [:]
            reached.sort().each { index, names -> names.each { marks.computeIfAbsent(it) { [] } << index } }
            new Oracle(states, marks, end)
        }

        void play(ScriptedRun run, expectation) {
            set(run, states[0])
            run.watch(expectation)
            states.eachWithIndex { state, i ->
                if (i > 0) {
                    run.at(state.time, null, touched(states[i - 1], state)) {
                        set(run, state)
                        reached[i].each { run.checks.mark(it, nanos(state.time)) }
                    }
                }
            }
        }

        private static int touched(Oracle.State before, Oracle.State after) {
            before.p != after.p && before.a != after.a ? Checks.ALL : before.a != after.a ? 1 : 0
        }

        private static void set(ScriptedRun run, Oracle.State state) {
            run.scripted[0].values = state.p == null ? [:] : [p: state.p ? 1 : 0]
            run.scripted[1].values = state.a == null ? [:] : [a: state.a ? 1 : 0]
            run.dials['p'].set(state.p == null ? Double.NaN : state.p ? 1 : 0)
            run.dials['a'].set(state.a == null ? Double.NaN : state.a ? 1 : 0)
        }
    }
}
