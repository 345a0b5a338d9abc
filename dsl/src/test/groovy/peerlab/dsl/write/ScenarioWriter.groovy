package peerlab.dsl.write

/** Writes scenarios that are right, in Groovy, from a seed: every form of a value wherever it may stand. */
class ScenarioWriter {

    static final List<String> VERBS = ['join', 'leave', 'crash', 'restart', 'partition', 'heal', 'snapshot',
            'put', 'get', 'lookup']
    static final List<String> OPERATORS = ['always', 'never', 'eventually', 'settles', 'leadsTo', 'atEnd']

    private static final List<String> NAMES = ['plain', 'two words', 'a, b', 'it\\\'s so', 'all: of it',
            '12 monkeys',
            'say "yes"', '# none', 'true', '- dash', 'x\\\\y', '{ brace', '[ bracket', '* star', 'ünïcode',
            '100%', '$n',
            'leader', 'of all', 'a except b', 'no', '0x1F', 'key', '~', 'null', '@at', 'a: b', 'a #b', '&x']

    private static final List<String> LIVES = ['join', 'leave', 'crash']
    private static final List<String> ASKED = ['get', 'lookup', 'put']

    private final Random random
    private final List<String> marks = []
    private int number

    ScenarioWriter(long seed) {
        random = new Random(seed)
    }

    String text() {
        def steps = (1..(3 + random.nextInt(10))).collect { step() }
        def expectations = (1..(1 + random.nextInt(5))).collect { expectation() }
        """\
        scenario '${one(NAMES)} ${one(NAMES)}'
        ${maybe("seed ${random.nextInt(1000)} // ${one(NAMES)}")}
        params n: ${5 + random.nextInt(50)}, m: n * 2, share: ${random.nextInt(100)}.percent,
            wait: ${span()}, word: '${one(NAMES)}'
        // ${one(NAMES)}
        peers n, run: 'kademlia', k: ${one(['n', '4', 'm - 1', '(n + 1) * 2'])}${maybe(", eviction: 'never'")}
        peers 7, as: 'old', run: 'raft'
        network {
            latency ${one(['20.ms..80.ms', 'fixed(wait)', 'normal(50.ms, 10.ms)',
                    'lognormal(median: 40.ms, sigma: 0.5)', 'pareto(shape: 1.5, scale: wait)',
                    'pareto(shape: 0.2 * n, mean: 60.ms)', 'weibull(0.5, 40.ms)',
                    'weibull(mean: 2 * wait, shape: 0.5)',
                'exponential(1.5.ms)', 'wait'])}${maybe(", per: '${one(['link', 'message'])}'")}
            ${maybe("loss ${one(['1.percent', '0.5.percent', 'share'])} // ${one(NAMES)}")}
            ${maybe("jitter ${one(['10.percent', '2.ms', 'exponential(wait)'])}")}
            ${maybe("order '${one(['any', 'fifo'])}'")}
            ${maybe("reorder share${maybe(', by: 0.ms..100.ms')} // ${one(NAMES)}")}
            ${maybe("corrupt 1.percent${maybe(', delivered: true')}")}
            ${(1..(1 + random.nextInt(3))).collect { maybe(line()) }.join('\n            ')}
            ${maybe("connections setup: ${one(['1', '2', 'n'])}${maybe(', idle: wait * 2')}")}
            ${maybe("nat ${one(['any(30.percent)', "'old'", 'peers(1..n)'])}${maybe(', mapping: 30.s')}")}
            ${maybe("regions eu: 30.percent, us: 3, asia: 'old'\n            between 'eu us': 80.ms..100.ms, 'us to asia': wait")}
        }
        timeline {
        ${steps.join('\n        ')}
        }
        expect {
        ${expectations.join('\n        ')}
        }
        ${maybe('record {\n            trace\n            snapshots every: 10.s\n        }')}
        stop ${one(['at: 10.min', 'when: { gets.count >= n }, atMost: 10.min'])}
        """.stripIndent()
    }

    private String line() {
        'bandwidth ' + one(['10.Mbps', 'up: 512.kbps', 'up: 1.Mbps, down: 1.5.Mbps',
                'down: 2.Gbps, queue: 64.KiB']) +
                maybe(", on: ${one(["'old'", 'any(3)', 'peers(1..4)'])}") + maybe(" // ${one(NAMES)}")
    }

    private String one(List<String> of) {
        of[random.nextInt(of.size())]
    }

    private String maybe(String text) {
        random.nextBoolean() ? text : ''
    }

    private String span() {
        one(['200.ms', '1.5.s', '2.s', '0.25.min', '1500.us'])
    }

    private String mark() {
        def mark = one(NAMES) + ' ' + (++number)
        marks << mark
        mark
    }

    private String step() {
        def at = "at(${one(['1.s', '0.5.min', '(n + 1) * 1.s', 'wait'])})"
        def during = "during(${one(['1.s..9.s', 'wait..30.s', '0.5.min..1.min'])})"
        def isCalled = random.nextInt(3) == 0
        def called = { -> isCalled ? ", as: '${mark()}'" : '' }
        def every = maybe(", every: ${span()}")
        switch (random.nextInt(10)) {
            case 0: return "$at { ${one(LIVES)} ${who()}$every${called()} } // ${one(NAMES)}"
            case 1: return "$at { restart ${who()}, storage: ${one(['lost', 'kept'])}${called()} }"
            case 2:
                def sides = one(['minority', who(), "([${who()}, ${who()}])".toString()])
                def more = maybe(', oneWay: true') + maybe(", bridge: 'p3'")
                return "$during { partition $sides$more${called()} }"
            case 3:
                def side = one([who(), "[${who()}, others]".toString()])
                return "$at { partition($side, for: ${span()}${called()}) }"
            case 4:
                def from = maybe(", from: ${who()}")
                return "$during { ${one(ASKED)} ${keys()}, every: ${span()}$from${called()} }"
            case 5:
                return "$at { put ${keys()}${maybe(', size: 64.KiB')}${called()}; snapshot '${one(NAMES)}' }"
            case 6:
                def healed = marks ? one(['all', "'${one(marks)}'".toString()]) : 'all'
                return "// ${one(NAMES)}\n        $at { heal $healed }"
            case 7:
                def way = one(['drop', 'duplicate', 'reorder', 'corrupt'])
                def more = maybe(", to: ${who()}") + maybe(", type: 'FindNode'") +
                        maybe(", when: { ${one(['messages.sent > 100', 'up && load > 1'])} }")
                return "$during { $way ${who()}, chance: ${one(['5.percent', 'share'])}$more${called()} }"
            case 8:
                def effect = one(['throttle WHO, to: 64.kbps', 'throttle WHO, to: 1.5.Mbps',
                        'delay WHO, by: wait',
                        'delay WHO, by: 100.ms..300.ms'])
                return "$during { ${effect.replace('WHO', who())}${called()} }"
            default: return "for (i in 1..3) { at((i * 10).s) { put \"key-\$i\", size: (i * 64).KiB } }"
        }
    }

    private String who(int depth = 0) {
        def simple = ['all', 'one', 'any(3)', 'any(n)', 'any(share)', 'any(30.percent)', 'any(n + 1)',
                'minority',
                'majority', 'leader', "'p2'", 'peers(1..4)', "'old'",
                "any('old')", 'any(peer)', 'down', "'old3'"]
        def called = marks.collect { "'$it'".toString() }
        def deeper = depth > 1 ? simple : [
                { "any(2, of: ${who(depth + 1)})" }, { "all.except(${who(depth + 1)})" },
                { "peers(1..4).except(${who(depth + 1)})" }, { "except(${who(depth + 1)})" },
                { "closest(3, to: '${one(NAMES)}')" }, { "down(of: ${who(depth + 1)})" },
                { "any(any(2).except(${who(depth + 1)}))" }, { "where { role == 'relay' && load + 1 > n }" },
                { "where { !(${one(['up', 'busy'])}) }" }]
        def chosen = random.nextInt(3)
        if (chosen == 0 && depth <= 1) {
            return (deeper[random.nextInt(deeper.size())] as Closure<String>).call()
        }
        one(chosen == 1 && called ? called : simple)
    }

    private String keys() {
        one(['keys(100)', 'keys(n)', 'keys(n * 2)', "'${one(NAMES)}'", 'any(key)', 'random(key)',
                'zipf(0.9)', "'key-1'"])
    }

    private String expectation() {
        def moment = { it ? one(["'${one(it)}'", '1.s', 'wait']) : '1.s' }
        def after = maybe("after: ${moment(marks)}")
        def options = { List<String> them -> them.findAll().with { it ? "(${it.join(', ')})" : '' } }
        def over = 'over: 5.s'
        def points = maybe("points: ${random.nextInt(9)}")
        switch (random.nextInt(6)) {
            case 0: return "always${options([after, over, points])} { ${condition()} }"
            case 1: return "never${options([over])} { ${condition()} }"
            case 2: return "eventually${options(['within: 20.s', after, over])} { ${condition()} }"
            case 3: return "settles${options(['within: wait', after, over, points])} { ${condition()} }"
            case 4:
                def when = "when: { ${condition()} }".toString()
                return "leadsTo${options(['within: 2.s', when, over])} { ${condition()} }"
            default: return "atEnd${options([points])} { ${condition()} }"
        }
    }

    private String condition(int depth = 0) {
        def simple = ['gets.successRate >= 95.percent', 'buckets.largest <= n * 2 + 1',
                "messages['FindNode'].sent > 100",
                'topology.connected', 'count { leader } <= 1', 'forAll { bytes <= 64.KiB }',
                'peers.up - (3 - n) == 4',
                '(peers.up + 1) * 2 > m', 'gets.latency.p95 < wait', 'gets.successRate > share',
                "'at most one leader per term'",
                'exists { load > n }', '-n < peers.up', 'lookups.hops.mean <= 2.5',
                'peers.up / (peers.down + 1) / 2 >= 1']
        if (depth > 2 || random.nextBoolean()) {
            return one(simple)
        }
        def left = condition(depth + 1)
        def right = condition(depth + 1)
        one(["$left && $right", "($left) or $right", "!($left)", "($left || $right) and !($right)",
                "not ($left and $right)", "!topology.connected || ($left)"]*.toString())
    }
}
