package peerlab.engine.check

import peerlab.engine.base.Bytes
import peerlab.engine.base.RandomSource
import peerlab.engine.base.Ratio
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.spec.Expression
import peerlab.engine.base.Offset
import spock.lang.Specification

import static peerlab.engine.check.Words.*

class ConditionsSpec extends Specification {

    def "a condition followed event by event equals one computed from nothing, seed #seed"() {
        given: 'a random condition over metrics and the values of five peers'
        def random = new RandomSource(seed)
        def run = new ScriptedRun(5)
        def expression = truth(random, 3, false)
        def condition = new Condition(expression, Optional.empty(), run)

        expect: 'the same value after each of 60 random events, of which some go by unseen'
        (0..<60).every { i ->
            int touched = change(run, random)
            if (random.nextLong(5) == 0) {
                condition.skip()
                true
            } else {
                condition.at(i, touched) == naive(expression, run, null).with { Truth.of(it as double) }
            }
        }

        where:
        seed << (1..500)
    }

    private static int change(ScriptedRun run, RandomSource random) {
        if (random.nextLong(4) == 0) {
            run.dials['m'].set(drawn(random))
            return Part.NOBODY
        }
        int peer = (int) random.nextLong(5)
        run.scripted[peer].isUp = random.nextLong(5) > 0
        run.scripted[peer].values = random.nextLong(4) ==
                0 ? [:] : [x: drawn(random), isReady: random.nextLong(2) == 0]
        return random.nextLong(6) == 0 ? Part.ALL : peer
    }

    private static double drawn(RandomSource random) {
        random.nextLong(8) == 0 ? Double.NaN : random.nextLong(7) - 2
    }

    private static Expression truth(RandomSource random, int depth, boolean isInPeer) {
        switch (depth <= 0 ? 0 : (int) random.nextLong(7)) {
            case 1: return not(truth(random, depth - 1, isInPeer))
            case 2: return both(truth(random, depth - 1, isInPeer), truth(random, depth - 1, isInPeer))
            case 3: return either(truth(random, depth - 1, isInPeer), truth(random, depth - 1, isInPeer))
            case 4: return over(random.nextLong(2) ? 'forAll' : 'exists', truth(random, depth - 1, true))
            case 5: if (isInPeer) { return ofPeer('isReady') }
            default:
                def sign = RELATIONS.keySet().toList()[(int) random.nextLong(6)]
                return compare(amount(random, depth - 1, isInPeer), sign, amount(random, depth - 1, isInPeer))
        }
    }

    private static Expression amount(RandomSource random, int depth, boolean isInPeer) {
        switch (depth <= 0 ? (int) random.nextLong(3) : (int) random.nextLong(6)) {
            case 0: return number((double) random.nextLong(5))
            case 1: return isInPeer ? ofPeer('x') : metric('m')
            case 2: return metric('m')
            case 3: return over('count', truth(random, depth - 1, true))
            case 4: return over(['sum', 'max', 'min', 'mean'][(int) random.nextLong(4)],
                    amount(random, depth - 1, true))
            default:
                return compute(amount(random, depth - 1, isInPeer), '+-*/%'[(int) random.nextLong(5)],
                        amount(random, depth - 1, isInPeer))
        }
    }

    /** The value straight from the definition; NaN where there is none. */
    private static double naive(Expression part, ScriptedRun run, ScriptedRun.ScriptedPeer peer) {
        switch (part) {
            case Expression.Constant: return part.value()
            case Expression.Metric: return run.dials[part.name()].value
            case Expression.PeerValue:
                def value = peer.values[part.name()]
                return value == null ? Double.NaN : value instanceof Boolean ? (value ? 1 : 0) : value
            case Expression.Not:
                double opposite = naive(part.operand(), run, peer)
                return opposite.isNaN() ? opposite : opposite == 0 ? 1 : 0
            case Expression.OverPeers:
                def up = run.scripted.findAll { it.isUp }
                return fold(part.function(),
                        up.collect { naive(part.body(), run, it) }.findAll { !it.isNaN() }, up.size())
        }
        double a = naive(part.left(), run, peer)
        double b = naive(part.right(), run, peer)
        if (part instanceof Expression.Logic) {
            boolean isSettled = [a, b].any { !it.isNaN() && (it == 0) == part.isAnd() }
            double unsettled = a.isNaN() || b.isNaN() ? Double.NaN : part.isAnd() ? 1 : 0
            return isSettled ? (part.isAnd() ? 0 : 1) : unsettled
        }
        if (a.isNaN() || b.isNaN()) {
            return Double.NaN
        }
        if (part instanceof Expression.Comparison) {
            return ['==': a == b, '!=': a != b, '<': a < b, '<=': a <= b, '>': a > b,
                    '>=': a >= b][part.relation().sign()] ? 1 : 0
        }
        if (part.operator() in ['/' as char, '%' as char] && b == 0) {
            return Double.NaN
        }
        switch (part.operator()) {
            case '+': return a + b
            case '-': return a - b
            case '*': return a * b
            case '/': return a / b
            default: return new BigDecimal(a).remainder(new BigDecimal(b)).doubleValue()
        }
    }

    private static double fold(Expression.Function function, List<Double> values, int up) {
        int holding = values.count { it != 0 } as int
        boolean isMissing = values.isEmpty() && up > 0
        switch (function.word()) {
            case 'count': return isMissing ? Double.NaN : holding
            case 'exists': return isMissing ? Double.NaN : holding > 0 ? 1 : 0
            case 'forAll': return values.isEmpty() ? Double.NaN : holding == values.size() ? 1 : 0
            case 'sum': return isMissing ? Double.NaN : (values.sum() ?: 0) as double
            case 'max': return values.isEmpty() ? Double.NaN : values.max()
            case 'min': return values.isEmpty() ? Double.NaN : values.min()
            default: return values.isEmpty() ? Double.NaN : (values.sum() as double) / values.size()
        }
    }

    def "shares are compared up to rounding, so that #left #sign #right is #truth"() {
        expect: 'what a reader of percentages expects'
        new Condition(compare(left, sign, right), Optional.empty(), new ScriptedRun()).at(0, Part.ALL) ==
                truth

        where:
        left                                       | sign | right             | truth
        percent(99.9)                              | '==' | number(999 / 1000) | Truth.TRUE
        compute(number(1), '-', percent(95))       | '<=' | percent(5)        | Truth.TRUE
        compute(number(1), '-', percent(95))       | '>'  | percent(5)        | Truth.FALSE
        percent(95)                                | '>=' | percent(95.000001) | Truth.FALSE
        compute(number(0.1), '+', number(0.2))     | '==' | number(0.3)       | Truth.FALSE
        number(3)                                  | '!=' | number(3)         | Truth.FALSE
    }

    def "words compare for being the same and nothing else: role #sign #right is #truth"() {
        given: 'a peer that shows a role'
        def run = new ScriptedRun(1)
        run.scripted[0].values = [role: shown]
        def condition = new Condition(over('exists', compare(ofPeer('role'), sign, right)), Optional.empty(),
                run)

        expect: 'a truth, or none where the question makes no sense'
        condition.at(0, Part.ALL) == truth

        where:
        shown   | sign | right         | truth
        'relay' | '==' | text('relay') | Truth.TRUE
        'relay' | '!=' | text('relay') | Truth.FALSE
        'edge'  | '==' | text('relay') | Truth.FALSE
        'edge'  | '!=' | text('relay') | Truth.TRUE
        'edge'  | '<'  | text('relay') | Truth.UNKNOWN
        3       | '==' | text('relay') | Truth.FALSE
        null    | '!=' | text('relay') | Truth.UNKNOWN
    }

    def "a peer's value of type #type.simpleName counts in its unit"() {
        given: 'a peer that shows it'
        def run = new ScriptedRun(1)
        run.scripted[0].values = [x: value]
        def part = new Parts(run, Optional.empty()).of(over('max', ofPeer('x')))

        when: 'somebody looks'
        part.refresh(0, Part.ALL)

        then: 'the number is there, and reads as it is written'
        part.value() == number
        part.figure() == text

        where:
        value                 | number  | text
        7                     | 7       | '7'
        2.5d                  | 2.5     | '2.5'
        true                  | 1       | 'true'
        new Ratio(0.25)       | 0.25    | '25%'
        new Bytes(65536)      | 65536   | '64 KiB'
        Span.millis(1500)     | 1.5     | '1.5 s'
        new SimTime(2000000)  | 0.002   | '2 ms'
        type = value.class
    }

    def "every peer has a name, a group and a life, unless its protocol says otherwise"() {
        given: 'three peers, of which one shows a name of its own'
        def run = new ScriptedRun(3)
        run.scripted[1].values = [name: 'queen']

        expect: 'built-in values where there are no others'
        new Condition(expression, Optional.empty(), run).at(0, Part.ALL) == Truth.TRUE

        where:
        expression << [
                compare(over('count', compare(ofPeer('name'), '==', text('p1'))), '==', number(1)),
                compare(over('count', compare(ofPeer('name'), '==', text('p2'))), '==', number(0)),
                over('exists', compare(ofPeer('name'), '==', text('queen'))),
                over('forAll', compare(ofPeer('group'), '==', text('p'))),
                compare(over('count', ofPeer('up')), '==', number(3))]
    }

    def "what faults do to a peer can be asked of it"() {
        given: 'three peers, of which one is paused, one slow, and one has a clock that is behind'
        def run = new ScriptedRun(3)
        run.scripted[0].isPaused = true
        run.scripted[1].isSlow = true
        run.scripted[2].clockOffset = new Offset(-300_000_000)

        expect: 'a selector to find them'
        (0..2).findAll { new PeerCondition(expression, run).holds(run.scripted[it], 0) } == who

        where:
        expression                                                        || who
        ofPeer('paused')                                                  || [0]
        ofPeer('slow')                                                    || [1]
        compare(ofPeer('clockOffset'), '<', number(0))                    || [2]
        compare(ofPeer('clockOffset'), '==', number(-0.3))                || [2]
    }

    def "one peer changes from a word to a number and back"() {
        given: 'a rule about what peers show'
        def run = new ScriptedRun(1)
        def condition = new Condition(over('exists', compare(ofPeer('x'), '==', text('a'))), Optional.empty(),
                run)

        expect: 'the rule follows'
        ['a', 1, 'a', 'b', null, true].collect {
            run.scripted[0].values = [x: it]
            condition.at(0, 0)
        } == [Truth.TRUE, Truth.FALSE, Truth.TRUE, Truth.FALSE, Truth.UNKNOWN, Truth.FALSE]
    }

    def "after an event only the peer that it touched is asked"() {
        given: 'a count over 100 peers, looked at once'
        def run = new ScriptedRun(100)
        run.scripted.each { it.values = [leader: false] }
        def condition = new Condition(compare(over('count', ofPeer('leader')), '<=', number(1)),
                Optional.empty(), run)
        condition.at(0, Part.ALL)
        run.scripted.each { it.asked = 0 }

        when: 'two events touch p4, and time passes'
        run.scripted[3].values = [leader: true]
        condition.at(1, 3)
        condition.at(2, 3)
        condition.at(3, Part.NOBODY)

        then: 'nobody else was asked'
        run.scripted.findAll { it.asked > 0 }.collectEntries { [it.id.name(), it.asked] } == [p4: 2]
    }

    def "a metric is read again only when it may have changed"() {
        given: 'a condition on one metric'
        def run = new ScriptedRun()
        run.dials['m'].set(1)
        def condition = new Condition(compare(metric('m'), '<', number(2)), Optional.empty(), run)

        when: 'events go by of which one concerns it'
        (0..<1000).each {
            if (it == 500) {
                run.dials['m'].set(3)
            }
            condition.at(it, Part.ALL)
        }

        then: 'it was read at first, and then once more'
        run.dials['m'].reads == 2
    }

    def "a named property is asked after each event and not for the passing of time"() {
        given: 'a property that holds, until it does not'
        def run = new ScriptedRun()
        run.properties['all is well'] = true
        def condition = new Condition(property('all is well'), Optional.empty(), run)

        expect: 'its truth after each'
        condition.at(0, Part.ALL) == Truth.TRUE
        run.properties.put('all is well', false) == true
        condition.at(1, Part.NOBODY) == Truth.TRUE
        condition.at(2, 0) == Truth.FALSE
    }

    def "a selector's condition is about one peer"() {
        given: 'peers of which some are relays'
        def run = new ScriptedRun(3)
        run.scripted[0].values = [role: 'relay', load: 3]
        run.scripted[1].values = [role: 'relay', load: 9]
        run.dials['load.mean'].set(5)
        def condition = new PeerCondition(both(compare(ofPeer('role'), '==', text('relay')),
                compare(ofPeer('load'), '<', metric('load.mean'))), run)

        expect: 'that it tells them apart, and means nobody who lacks the values'
        run.scripted.collect { condition.holds(it, 0) } == [true, false, false]
    }

    def "a value of one peer outside of a function over peers is an error that says the remedy"() {
        when: 'a condition names it'
        new Condition(compare(ofPeer('leader'), '==', yes()), Optional.empty(), new ScriptedRun(1))

        then: 'a sentence'
        def e = thrown(IllegalArgumentException)
        e.message == "'leader' is a value of one peer; write count { leader }"
    }

    def "an operator that does not exist is an error"() {
        when: 'it is computed'
        new Condition(compute(number(1), '^', number(2)), Optional.empty(), new ScriptedRun()).at(0, Part.ALL)

        then: 'a sentence'
        thrown(IllegalArgumentException)
    }

    def "a metric that says that it changes in the past is an impossible state"() {
        given: 'a metric without sense of time'
        def run = new ScriptedRun()
        run.dials['m'] = new ScriptedRun.Dial() {
            @Override
            long nextExpiry(long nanos) { nanos }
        }

        when: 'it is read'
        new Condition(compare(metric('m'), '<', number(2)), Optional.empty(), run).at(5, Part.ALL)

        then: 'the numbers'
        def e = thrown(IllegalStateException)
        e.message == 'm at 5 ns says that it changes next at 5 ns'
    }
}
