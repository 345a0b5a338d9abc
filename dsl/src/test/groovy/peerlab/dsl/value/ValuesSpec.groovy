package peerlab.dsl.value

import java.nio.file.Path

import peerlab.dsl.Scenarios
import peerlab.engine.base.Distribution
import peerlab.engine.base.Offset
import peerlab.engine.base.Pareto
import peerlab.engine.base.SimTime
import peerlab.engine.base.Span
import peerlab.engine.base.Weibull
import peerlab.engine.spec.Expression
import peerlab.engine.spec.KeysSpec
import peerlab.engine.spec.Moment
import peerlab.engine.spec.SelectorSpec
import spock.lang.Specification
import spock.lang.TempDir

class ValuesSpec extends Specification {

    @TempDir
    Path folder

    def 'a time in #text is #nanos ns'() {
        expect: 'the exact number of nanoseconds, in every unit and with arithmetic'
        network("latency: $text").latency().law() == new Distribution.Fixed(new Span(nanos))

        where: 'the numbers follow from the definition of the units'
        text            | nanos
        '1us'           | 1_000
        '0.001us'       | 1
        '20ms'          | 20_000_000
        '1.5s'          | 1_500_000_000
        '2min'          | 120_000_000_000
        '1h'            | 3_600_000_000_000
        '0.1s + 200ms'  | 300_000_000
        '2 * 20ms'      | 40_000_000
        '1s / 3 * 3'    | 1_000_000_000
        '(1s - 400ms)/2'| 300_000_000
        '1s * (3s/1s)'  | 3_000_000_000
        '1e2ms'         | 100_000_000
        '1_000ms'       | 1_000_000_000
        '1.5.s'         | 1_500_000_000
        '7s % 4s'       | 3_000_000_000
    }

    def 'a distribution in #text'() {
        expect: 'the law with its parameters, by position and by name'
        network("latency: $text").latency().law() == law

        where: 'each law has both spellings'
        text                                 | law
        'fixed(50ms)'                        | new Distribution.Fixed(Span.millis(50))
        'normal(50ms, 10ms)'                 | new Distribution.Normal(Span.millis(50), Span.millis(10))
        'normal(deviation: 10ms, mean: 50ms)'| new Distribution.Normal(Span.millis(50), Span.millis(10))
        'normal(50ms, deviation: 10ms)'      | new Distribution.Normal(Span.millis(50), Span.millis(10))
        'exponential(50ms)'                  | new Distribution.Exponential(Span.millis(50))
        'lognormal(40ms, 0.5)'               | new Distribution.LogNormal(Span.millis(40), 0.5d)
        'pareto(1.5, 20ms)'                  | Pareto.ofScale(1.5d, Span.millis(20))
        'pareto(scale: 20ms, shape: 1.5)'    | Pareto.ofScale(1.5d, Span.millis(20))
        'pareto(mean: 60ms, shape: 1.5)'     | Pareto.ofMean(1.5d, Span.millis(60))
        'pareto(1.5, mean: 60ms)'            | Pareto.ofMean(1.5d, Span.millis(60))
        'pareto(shape: 0.5, scale: 20ms)'    | Pareto.ofScale(0.5d, Span.millis(20))
        'weibull(0.5, 20min)'                | Weibull.ofScale(0.5d, Span.minutes(20))
        'weibull(shape: 0.5, mean: 20min)'   | Weibull.ofMean(0.5d, Span.minutes(20))
        'weibull(shape: 0.1 * $few, mean: 20min)' | Weibull.ofMean(0.3d, Span.minutes(20))
        '20ms .. 80ms'                       | new Distribution.Uniform(Span.millis(20), Span.millis(80))
        '5ms..5ms'                           | new Distribution.Uniform(Span.millis(5), Span.millis(5))
    }

    def 'what is no value is answered: #text'() {
        expect: 'the message'
        said("network:\n  latency: $text").contains(message)

        where: 'each is wrong in its own way'
        text                     | message
        '-5ms'                   | "'latency' cannot be negative"
        '300000000h'             | 'is longer than any run'
        '5ms ms'                 | "unexpected 'ms'"
        '5ms +'                  | "something is missing after '5ms +'"
        '.5ms'                   | 'write a digit before the point: 0.5'
        '1ms..<2ms'              | 'write ..'
        'normal(50ms, mean: 1ms)'| "'normal' needs 'mean' once"
        'normal(50ms; 1ms)'      | "unexpected ';'"
        'lognormal(40ms, -1)'    | 'sigma cannot be negative'
        'weibull(0, 1s)'         | 'the shape lies between 0.1 and 100, found 0'
        'pareto(1s, 1.5)'        | "'shape' needs a number, found 1s"
        'pareto(shape: 1.5)'     | "'pareto' takes 2 values"
        'pareto(shape: 1.5, shape: 2)' | "'pareto' needs 'scale' once"
        'weibul(0.5, 1s)'        | "did you mean 'weibull'?"
        '5kb'                    | 'units: B KiB MiB GiB; of bandwidths: bps kbps Mbps Gbps'
        '5pct'                   | 'write 1%'
        'true'                   | "'latency' needs a time with its unit, found true"
        '"5ms'                   | 'a quote that is never closed'
        '[5ms, 6ms]'             | "'latency' needs a time with its unit, found a list"
        '5ms * 5ms'              | "cannot be combined by *"
        '5ms / 1%'               | "cannot be combined by /"
        'x * 2'                  | "unknown name 'x'"
    }

    def 'who is meant by #text'() {
        expect: 'the selector'
        step("crash: $text").who() == selector

        where: 'words and calls mean the same'
        text                          | selector
        'any(3)'                      | new SelectorSpec.Some(3, new SelectorSpec.All())
        'any(3, of: cache)'           | new SelectorSpec.Some(3, new SelectorSpec.Named('cache'))
        'any 3 of all except p1'      | except(some(3, ALL), named('p1'))
        'all except any 3 of cache'   | except(ALL, some(3, named('cache')))
        'except(leader)'              | except(ALL, new SelectorSpec.Leader())
        'all.except(p1).except(p2)'   | except(except(ALL, named('p1')), named('p2'))
        'any one'                     | some(1, some(1, ALL))
        'any of cache'                | new SelectorSpec.Some(1, new SelectorSpec.Named('cache'))
        'down of cache'               | new SelectorSpec.Down(new SelectorSpec.Named('cache'))
        'peers(2..2)'                 | new SelectorSpec.Numbered(2, 2)
        'the old ones'                | new SelectorSpec.Named('the old ones')
        'others'                      | new SelectorSpec.Others()
        "closest(2, to: 'key-1')"     | new SelectorSpec.Closest(2, 'key-1')
        'closest 2 to key-1'          | new SelectorSpec.Closest(2, 'key-1')
    }

    def 'who cannot be meant: #text'() {
        expect: 'the message'
        said("timeline:\n  - { at: 1s, crash: $text }").contains(message)

        where: 'each is wrong in its own way'
        text               | message
        'any 0'            | "'a number of peers' is at least 1, found 0"
        'any 0.5'          | 'write 50%'
        'any(3, 4)'        | "'any' takes one value, found 2"
        'any(3, off: p1)'  | "'any' has no 'off'"
        'some(3)'          | "'some' says not who is meant"
        'peers 1..11'      | "there is no p11"
        'peers(5)'         | "'peers' needs a range"
        'closest(3)'       | "'closest' needs a key"
        'closest 3 key'    | 'write closest 3 to key-17'
        '$few'             | "'3' says not who is meant"
        'few'              | "'few' is a parameter"
        '$nobody'          | "unknown parameter 'nobody'"
        'any 5s'           | "'any' needs a number of peers or a percentage"
        '[p1, p2]'         | 'says not who is meant'
        'p0'               | "no peers are called 'p0'"
        'p01'              | "no peers are called 'p01'"
        'cache6'           | 'the peers are p1..p10, cache1..cache5'
        'any'              | "no peers are called 'any'"
        'gets.failed'      | "no peers are called 'gets.failed'"
        'all except'       | 'something is missing'
    }

    def 'which keys are meant by #text'() {
        expect: 'the keys'
        step("get: $text").keys().get() == keys

        where: 'words and calls mean the same'
        text           | keys
        'keys(5)'      | new KeysSpec.Fresh(5)
        '1 key'        | new KeysSpec.Fresh(1)
        '$few keys'    | new KeysSpec.Fresh(3)
        'any(key)'     | new KeysSpec.AnyPut()
        'random(key)'  | new KeysSpec.Random()
        'zipf(1)'      | new KeysSpec.Zipf(1d)
        'a key of mine'| new KeysSpec.Named('a key of mine')
        '$word'        | new KeysSpec.Named('lru')
    }

    def 'what is no key: #text'() {
        expect: 'the message'
        said("timeline:\n  - { at: 1s, get: $text }").contains(message)

        where: 'each is wrong in its own way'
        text         | message
        'zipf(-1)'   | 'zipf needs an exponent of 0 or more'
        'zipf()'     | "'zipf' needs 'exponent'"
        'any(peer)'  | 'are no keys'
        'random(5)'  | 'are no keys'
        'some(5)'    | 'are no keys'
        '0 keys'     | 'is at least 1, found 0'
        '5s'         | "'get' needs keys, found 5s"
        '""'         | "something is missing"
    }

    def 'the condition #text reads as #read'() {
        when: 'it is loaded'
        def spec = load("expect:\n  - { at end: $text }")

        then: 'the model says it again in the spelling of a scenario'
        spec.expectations()[0].condition().toString() == read

        where: 'operators bind as in every language'
        text                                                  | read
        'gets.failed + 1 * 2 == 3'                            | 'gets.failed + 1 * 2 == 3'
        '(gets.failed + 1) * 2 == 3'                          | '(gets.failed + 1) * 2 == 3'
        'gets.failed > 0 || puts.failed > 0 && peers.up > 1'  | 'gets.failed > 0 or puts.failed > 0 and peers.up > 1'
        '!(gets.failed > 0)'                                  | 'not (gets.failed > 0)'
        '!topology.connected'                                 | 'not topology.connected'
        'not gets.failed > 0'                                 | 'not (gets.failed > 0)'
        'topology.connected'                                  | 'topology.connected'
        'topology.connected == true'                          | 'topology.connected == true'
        'gets.latency.p95 * 2 < 1s'                           | 'gets.latency.p95 * 2 < 1 s'
        'gets.latency.p95 / gets.latency.mean < 3'            | 'gets.latency.p95 / gets.latency.mean < 3'
        'messages.bytes < 64KiB'                              | 'messages.bytes < 64 KiB'
        'gets.failed > -$few'                                 | 'gets.failed > -3'
        'peers.up - $few > 0'                                 | 'peers.up - few > 0'
        'max { load } < 2 * mean { load }'                    | 'max { load } < 2 * mean { load }'
        "count { role == 'relay' and isUp } == 3"             | "count { role == 'relay' and isUp } == 3"
        'exists { load > 1KiB } or 5 == gets.failed'          | 'exists { load > 1 KiB } or 5 == gets.failed'
        'gets.failed % 2 == 0'                                | 'gets.failed % 2 == 0'
        'gets.failed / gets.count < 10%'                      | 'gets.failed / gets.count < 10%'
        'gets.failed / gets.count < 0.1'                      | 'gets.failed / gets.count < 0.1'
        'gets.failed < 10% * gets.count'                      | 'gets.failed < 10% * gets.count'
        'gets.successRate * gets.count > 5'                   | 'gets.successRate * gets.count > 5'
        'gets.successRate * 2 > 5%'                           | 'gets.successRate * 2 > 5%'
        'gets.latency.p95 < 10% * gets.latency.max'           | 'gets.latency.p95 < 10% * gets.latency.max'
        'gets.successRate * gets.count / 100% > 5'            | 'gets.successRate * gets.count / 100% > 5'
        '50% * gets.successRate < 40%'                        | '50% * gets.successRate < 40%'
    }

    def 'what no condition can be: #text'() {
        expect: 'the message'
        said("expect:\n  - at end: $text").contains(message)

        where: 'each is wrong in its own way'
        text                              | message
        'gets.failed == 5s'               | "'gets.failed' is a plain number, found 5 s"
        'gets.successRate > 95'           | 'write 95%'
        '0.5 < gets.successRate'          | 'write 50%'
        'gets.successRate > $few'         | 'give the parameter its unit: 3%'
        'messages.bytes > 64'             | 'write 64B or 64KiB'
        'topology.connected > true'       | 'true or false has no order'
        'topology.connected + 1 == 2'     | "'topology.connected' is true or false, not a number"
        'gets.latency.p95 * 5s > 1s'      | 'both have a unit'
        'gets.successRate * 2 > 5'        | 'write 5%'
        'gets.failed / 2 > 5%'            | "'gets.failed / 2' is a plain number"
        'gets.latency.p95 + 5 > 1s'       | "'gets.latency.p95' is a time, found 5"
        'gets.latency.p95'                | 'compare it: gets.latency.p95 > 1s'
        '1 < gets.failed < 5'             | 'compare two values at a time'
        'gets.failed'                     | 'is not true or false'
        'not gets.failed'                 | 'is not true or false'
        'any(3)'                          | 'a condition cannot hold'
        'few > 3'                         | 'write $few'
        'load > 3'                        | "unknown metric 'load'"
        'gets["x"].failed.y > 3'          | "unknown metric 'gets.failed.y'"
        'gets.failed["x"] > 3'            | "write it like messages['FindNode'].sent"
        'gets.nothing > 3'                | 'there are gets.started, gets.count'
        'gets.latency.p96 > 1s'           | "did you mean 'gets.latency.p90'?"
        "gets.failed == 'none'"           | "'gets.failed' is a plain number, found 'none'"
        '$nobody > 3'                     | "unknown parameter 'nobody'"
        'forAll { bytes > 3 '             | "'{' is never closed"
        "messages['Ping'].sent > 0"       | 'there are FindNode, FindValue'
    }

    def 'a moment is a time or a mark'() {
        when: 'one of each is given'
        def spec = load('expect:\n  - { always: peers.up > 0, after: 1s + 500ms, until: the old ones }')

        then: 'they are told apart'
        def always = spec.expectations()[0].temporal()
        always.after().get() == new Moment.Time(new SimTime(1_500_000_000))
        always.until().get() == new Moment.Mark('the old ones')
    }

    def 'an error in a condition of several lines stands on its line'() {
        when: 'the third line is wrong'
        def condition = 'gets.failed == 0\n      and puts.failed == 0\n      and gets.faild == 0'
        def loaded = scenario('expect:\n  - at end: ' + condition)

        then: 'line and column are those of the word'
        def place = loaded.diagnostics()[0].place()
        [place.line(), place.column(), place.length()] == [10, 11, 10]
    }

    def 'a constant carries its value and its unit'() {
        when: 'a percentage is compared'
        def spec = load('expect:\n  - { at end: gets.successRate >= 12.5% }')

        then: 'it is a share'
        def constant = spec.expectations()[0].condition().right() as Expression.Constant
        [constant.value(), constant.unit().name(), constant.text()] == [0.125d, 'RATIO', '12.5%']
    }

    def 'what is given may be meant as a number or as a percentage: #condition'() {
        expect: 'no complaint'
        load("expect:\n  - { at end: $condition }").expectations().size() == 1

        where: 'what stands beside it tells'
        condition << ['peers.down <= $few * 10%', 'peers.down <= 20 * 10% + 1',
                      'peers.down <= 1 + $few * 10%',
                      'gets.successRate >= 2 * 5%', 'gets.successRate >= 2 * 5% + 1%',
                      'peers.down / $few <= 10%',
                      'peers.down <= $few * 10% + $few * 20% + 1']
    }

    def 'a parameter may be a time behind'() {
        when: 'one is negative, in a step, in a condition, and turned round'
        def spec = Scenarios.only(Scenarios.yaml(folder, """\
            scenario: A claim
            params: { early: -200ms }
            peers: { count: 10, run: kademlia }
            timeline:
              - { during: 1s..5s, skew: any 2, by: \$early }
              - { during: 1s..5s, skew: any 2, by: \$early..-\$early }
            expect:
              - { always: min { clockOffset } >= \$early and min { clockOffset } >= -200ms }
            stop: { at: 10s }
            """.stripIndent()))

        then: 'it is what it would be without a name'
        spec.params() == [early: new Offset(-200_000_000)]
        spec.timeline()*.action()*.fault()*.by()*.toString() == ['-200 ms', '-200 ms..200 ms']
        spec.expectations()[0].condition().toString() ==
                'min { clockOffset } >= early and min { clockOffset } >= -200 ms'
    }

    private static final SelectorSpec ALL = new SelectorSpec.All()

    private static SelectorSpec except(SelectorSpec of, SelectorSpec without) {
        new SelectorSpec.Except(of, without)
    }

    private static SelectorSpec some(int count, SelectorSpec of) {
        new SelectorSpec.Some(count, of)
    }

    private static SelectorSpec named(String name) {
        new SelectorSpec.Named(name)
    }

    private step(String words) {
        load("timeline:\n  - { at: 1s, $words }").timeline()[0].action()
    }

    private network(String words) {
        load("network:\n  $words").network()
    }

    private String said(String words) {
        def loaded = scenario(words)
        assert loaded.runs().empty
        loaded.render(false)
    }

    private load(String words) {
        def loaded = scenario(words)
        assert !loaded.hasErrors(): loaded.render(false)
        loaded.runs()[0]
    }

    private scenario(String words) {
        Scenarios.yaml(folder, '''\
            scenario: A claim
            params: { few: 3, word: lru }
            peers:
              - { count: 10, run: kademlia }
              - { count: 5, as: cache, run: kademlia }
            stop: { at: 1min }
            '''.stripIndent() + words + (words.startsWith('timeline') ? '\n' : '\ntimeline:\n')
                + '  - { at: 2s, leave: p1, as: the old ones }\n')
    }
}
