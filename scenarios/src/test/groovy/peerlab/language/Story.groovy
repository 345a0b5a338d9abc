package peerlab.language

import peerlab.engine.base.RandomSource
import peerlab.language.NaiveJudge.Answer
import peerlab.language.Recorded.State

/**
 * A scenario made from a seed, with what its expectations mean: a hash table some of whose peers crash and
 * come back, while it is split in two for a time. Some stories end early, when something has come about.
 */
class Story {

    static final Map<String, String> OPERATORS = [always: 'always', never: 'never', eventually: 'eventually',
            settles: 'settles', leadsTo: 'leads to', atEnd: 'at end']
    static final int SECONDS = 14
    private static final long LAST = seconds(SECONDS)

    final List<Wanted> expectations = []
    private final RandomSource random
    private final List<String> steps = []
    private final Condition stop

    Story(long seed) {
        random = new RandomSource(seed)
        int split = 3 + random.nextInt(5)
        int healed = split + 1 + random.nextInt(4)
        steps << "{ during: 1s..${9 + random.nextInt(5)}s, get: any key, from: any peer, every: 300ms }"
        steps << "{ during: ${split}s..${healed}s, partition: [peers 1..4, others], as: the split }"
        ['p2', 'p3', 'p5'].eachWithIndex { peer, i ->
            def at = 2 + random.nextInt(8) + random.nextInt(10) / 10
            steps << "{ at: ${at}s, crash: $peer, as: mark $i }"
            if (random.nextInt(3) > 0) {
                steps << "{ at: ${at + 1 + random.nextInt(20) / 10}s, restart: $peer }"
            }
        }
        def pause = "${1 + random.nextInt(9)}00ms"
        steps << "{ at: ${2 + random.nextInt(8)}s, crash: peers 6..7, every: $pause, as: mark 3 }"
        int bad = 1 + random.nextInt(4)
        stop = random.nextInt(3) > 0 ? null : new Condition("gets.failed >= $bad or peers.up < 5",
                { u, e, f -> f >= bad || u < 5 })
        combinations()
    }

    static long seconds(Object seconds) {
        ((seconds as BigDecimal) * 1_000_000_000L) as long
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
        [overs, 1..3].combinations().each { over, i ->
            expectations << new Wanted(random, 'atEnd', over, null, null)
        }
    }

    String text() {
        """\
        scenario: A run
        seed: ${random.nextInt(1000)}
        peers: { count: 8, run: kademlia, k: 2, start: converged, timeout: 300ms }
        network: { latency: 10ms..60ms, loss: 4% }
        timeline:
          - { at: 500ms, put: 12 keys }
          ${steps.collect { "- $it" }.join('\n          ')}
        expect:
          ${expectations.collect { "- { $it.text }" }.join('\n          ')}
        stop: { ${stop == null ? 'at' : "when: $stop.text, at most"}: ${SECONDS}s }
        """.stripIndent()
    }

    /** When the run has to end by what its trace says: at the first state that it was to stop at. */
    long endOf(Recorded recorded) {
        recorded.states.find { stop != null && stop.holds(recorded, it, LAST + 1) }?.time ?: LAST
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
            boolean isRate = over != null || operator == 'atEnd'
            p = Condition.one(random, over, isRate)
            a = Condition.one(random, over, isRate)
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

        Answer answer(Recorded recorded, long end) {
            def judge = new NaiveJudge(recorded, over, end)
            long window = over ?: LAST + 1
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

        static Condition one(RandomSource random, Long over, boolean isRate) {
            int up = 5 + random.nextInt(4)
            int few = random.nextInt(4)
            int count = random.nextInt(over == null ? 30 : 10)
            def simple = [
                    new Condition("peers.up >= $up", { u, e, f -> u >= up }),
                    new Condition("peers.down == $few", { u, e, f -> 8 - u == few }),
                    new Condition("gets.failed <= $few", { u, e, f -> f <= few }),
                    new Condition("gets.count > $count", { u, e, f -> e > count }),
                    new Condition("gets.failed * 4 < gets.count and peers.up > $few",
                            { u, e, f -> f * 4 < e && u > few }),
                    new Condition("not (peers.up < $up or gets.failed > 2 * $few)",
                            { u, e, f -> !(u < up || f > 2 * few) })]
            int percent = 70 + random.nextInt(31)
            def rates = [
                    new Condition("gets.successRate >= $percent%",
                            { u, e, f -> e == 0 ? null : (e - f) * 100 >= percent * e }),
                    new Condition("gets.successRate < $percent%",
                            { u, e, f -> e == 0 ? null : (e - f) * 100 < percent * e })]
            def all = isRate ? simple + rates + rates + rates : simple
            all[random.nextInt(all.size())]
        }
    }
}
