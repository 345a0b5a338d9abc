package peerlab.language

import java.nio.charset.StandardCharsets
import java.nio.file.Path

import peerlab.engine.base.RandomSource
import peerlab.engine.spec.RecordSpec
import peerlab.engine.trace.TraceWriter
import peerlab.language.NaiveJudge.Answer
import peerlab.language.Recorded.State
import spock.lang.Specification
import spock.lang.TempDir

/**
 * What the temporal operators say of generated runs of a real protocol, beside what somebody says who only has
 * the trace and the sentences of the language.
 */
class OperatorsOverRunsSpec extends Specification {

    static final int SECONDS = 14
    static final long END = seconds(SECONDS)
    static final Map<String, String> OPERATORS = [always: 'always', never: 'never', eventually: 'eventually',
            settles: 'settles', leadsTo: 'leads to', atEnd: 'at end']

    @TempDir
    Path folder

    def 'every operator, in every combination of its options, says of the run with seed #seed what its trace says'() {
        given: 'a run with crashes, returns and a partition, and some fifty expectations'
        def story = new Story(seed)
        def spec = new Loads(folder).spec(story.text())

        when: 'it is run, and its trace is kept'
        def bytes = new ByteArrayOutputStream()
        def trace = new TraceWriter(bytes, new RecordSpec(true, false, Optional.empty(), spec.record().place()))
        def result = new Loads(folder).run(spec, trace)
        trace.close()
        def recorded = new Recorded(bytes.toString(StandardCharsets.UTF_8).readLines())
        recorded.mark('the split', story.splitEnds)

        then: 'each verdict is that of brute force over the states of the trace, and so is the instant of a failure'
        result.expectations().size() == story.expectations.size()
        [result.expectations(), story.expectations].transpose().each { said, wanted ->
            def expected = wanted.answer(recorded)
            assert said.verdict().name() == expected.verdict: "$wanted.text: ${said.cause()}"
            assert expected.at == null || said.at().get().nanos() == expected.at: wanted.text
        }

        where:
        seed << (1..40)
    }

    def 'the runs bring each operator to each verdict that it can have'() {
        given: 'what brute force says of some of them'
        def verdicts = (1..12).collectMany { seed ->
            def story = new Story(seed)
            def spec = new Loads(folder).spec(story.text())
            def result = new Loads(folder).run(spec)
            [result.expectations(), story.expectations].transpose().collect { said, wanted ->
                "$wanted.operator ${said.verdict()}".toString()
            }
        }

        expect: 'no verdict that would go untested'
        verdicts.countBy { it }.every { it.value >= 3 }
        verdicts.toSet().size() == OPERATORS.size() * 3
    }

    static long seconds(Object seconds) {
        ((seconds as BigDecimal) * 1_000_000_000L) as long
    }

    /** A scenario made from a seed, with what its expectations mean. */
    static class Story {
        final RandomSource random
        final List<String> steps = []
        final List<Wanted> expectations = []
        final long splitEnds

        Story(long seed) {
            random = new RandomSource(seed)
            int split = 3 + random.nextInt(5)
            int healed = split + 1 + random.nextInt(4)
            splitEnds = seconds(healed)
            steps << "{ during: ${split}s..${healed}s, partition: [peers 1..4, others], as: the split }"
            ['p2', 'p3', 'p5', 'p6'].eachWithIndex { peer, i ->
                def at = 2 + random.nextInt(8) + random.nextInt(10) / 10
                steps << "{ at: ${at}s, crash: $peer, as: mark $i }"
                if (random.nextInt(3) > 0) {
                    steps << "{ at: ${at + 1 + random.nextInt(20) / 10}s, restart: $peer }"
                }
            }
            combinations()
        }

        private void combinations() {
            def moments = { [null, 1 + random.nextInt(8), "mark ${random.nextInt(4)}".toString(), 'the split'] }
            def overs = [null, seconds(1 + random.nextInt(4))]
            [['always', 'never'], moments(), moments(), overs].combinations().each { op, after, until, over ->
                expectations << new Wanted(random, op, over, after, until)
            }
            [['eventually', 'settles'], moments(), overs].combinations().each { op, after, over ->
                expectations << new Wanted(random, op, over, after, null)
            }
            [moments(), moments(), overs].combinations().each { after, until, over ->
                expectations << new Wanted(random, 'leadsTo', over, after, until)
            }
            overs.each { expectations << new Wanted(random, 'atEnd', it, null, null) }
        }

        String text() {
            """\
            scenario: A run
            seed: ${random.nextInt(1000)}
            peers: { count: 8, run: kademlia, k: 2, start: converged, timeout: 300ms }
            network: { latency: 10ms..60ms, loss: 4% }
            timeline:
              - { at: 500ms, put: 12 keys }
              - { during: 1s..13s, get: any key, from: any peer, every: 300ms }
              ${steps.collect { "- $it" }.join('\n              ')}
            expect:
              ${expectations.collect { "- { $it.text }" }.join('\n              ')}
            stop: { at: ${SECONDS}s }
            """.stripIndent()
        }
    }

    /** An expectation as text, and as what it means. */
    static class Wanted {
        final String operator
        final String text
        private final Object after
        private final Object until
        private final Long over
        private final long within
        private final Condition p
        private final Condition a

        Wanted(RandomSource random, String operator, Long over, Object after, Object until) {
            this.operator = operator
            this.over = over
            this.after = after instanceof Integer ? seconds(after) : after
            this.until = until instanceof Integer ? seconds(until) : until
            p = Condition.one(random, over)
            a = Condition.one(random, over)
            int latest = operator == 'leadsTo' ? 3 : 2
            within = seconds(random.nextInt(latest * 10 + 1) / 10)
            def options = ["\"$p.text\""]
            if (operator == 'leadsTo') {
                options << "when: \"$a.text\""
            }
            if (operator in ['eventually', 'settles', 'leadsTo']) {
                options << "within: ${within.intdiv(1_000_000)}ms"
            }
            if (after != null) {
                options << "after: ${after instanceof Integer ? "${after}s" : after}"
            }
            if (until != null) {
                options << "until: ${until instanceof Integer ? "${until}s" : until}"
            }
            if (over != null) {
                options << "over: ${over.intdiv(1_000_000)}ms"
            }
            text = "${OPERATORS[operator]}: ${options.join(', ')}"
        }

        Answer answer(Recorded recorded) {
            def judge = new NaiveJudge(recorded, over, END)
            long window = over ?: END + 1
            def truth = { Condition condition -> { State s -> condition.holds(recorded, s, window) } }
            switch (operator) {
                case 'always': return judge.always(truth(p), after, until)
                case 'never': return judge.never(truth(p), after, until)
                case 'eventually': return judge.eventually(truth(p), after, within)
                case 'settles': return judge.settles(truth(p), after, within)
                case 'leadsTo': return judge.leadsTo(truth(a), truth(p), after, until, within)
                default: return judge.atEnd(truth(p))
            }
        }
    }

    /** A condition as text, and as counting. */
    static class Condition {
        final String text
        private final Closure<Boolean> meaning

        Condition(Object text, Closure<Boolean> meaning) {
            this.text = text
            this.meaning = meaning
        }

        Boolean holds(Recorded recorded, State state, long over) {
            meaning(state.up, recorded.ended(state, over), recorded.failed(state, over))
        }

        static Condition one(RandomSource random, Long over) {
            int up = 5 + random.nextInt(4)
            int few = random.nextInt(4)
            int count = random.nextInt(over == null ? 30 : 10)
            def simple = [
                    new Condition("peers.up >= $up", { u, e, f -> u >= up }),
                    new Condition("peers.down == $few", { u, e, f -> 8 - u == few }),
                    new Condition("gets.failed <= $few", { u, e, f -> f <= few }),
                    new Condition("gets.count > $count", { u, e, f -> e > count }),
                    new Condition("gets.failed * 4 < gets.count and peers.up > $few", { u, e, f -> f * 4 < e && u > few }),
                    new Condition("not (peers.up < $up or gets.failed > 2 * $few)", { u, e, f -> !(u < up || f > 2 * few) })]
            int percent = 70 + random.nextInt(31)
            def rates = [
                    new Condition("gets.successRate >= $percent%", { u, e, f -> e == 0 ? null : (e - f) * 100 >= percent * e }),
                    new Condition("gets.successRate < $percent%", { u, e, f -> e == 0 ? null : (e - f) * 100 < percent * e })]
            def all = over == null ? simple : simple + rates + rates + rates
            all[random.nextInt(all.size())]
        }
    }
}
