package peerlab.dsl.groovy

import spock.lang.Specification

class GroovyPhrasesSpec extends Specification {

    static final String EXAMPLE = '''\
        scenario 'Kademlia recovers within 20 s of losing 30% of its peers'

        seed   42
        params n: 64, k: 8

        peers n, run: 'kademlia', k: k, alpha: 3

        network {
            latency 20.ms..80.ms
            loss    1.percent
        }

        timeline {
            at(0.s)             { join all, via: 'p1', every: 100.ms }
            at(10.s)            { put keys(100) }
            during(15.s..90.s)  { get any(key), from: any(peer), every: 200.ms }
            during(30.s..40.s)  { partition minority }
            at(50.s)            { crash any(30.percent), as: 'the crash' }
        }

        expect {
            always                                                { buckets.largest <= k }
            settles(within: 20.s, after: 'the crash', over: 5.s)  { gets.successRate >= 95.percent }
            atEnd(points: 10)                                     { gets.wrong == 0 }
        }

        stop at: 90.s
        '''.stripIndent()

    def "the example of the language page gives the phrases that it shows"() {
        when: 'it is read'
        def reading = new ScriptReading(EXAMPLE)

        then: 'each value is its text, and a condition comes without braces as the last value'
        reading.errors() == []
        reading.notes() == []
        reading.shown() == [
                "scenario 'Kademlia recovers within 20 s of losing 30% of its peers'",
                'seed 42',
                'params n: 64, k: 8',
                "peers n, run: 'kademlia', k: k, alpha: 3",
                'network { latency 20.ms..80.ms; loss 1.percent }',
                "timeline { at 0.s { join all, via: 'p1', every: 100.ms }; at 10.s { put keys(100) }; "
                        + 'during 15.s..90.s { get any(key), from: any(peer), every: 200.ms }; '
                        + 'during 30.s..40.s { partition minority }; '
                        + "at 50.s { crash any(30.percent), as: 'the crash' } }",
                'expect { always buckets.largest <= k; '
                        + 'settles gets.successRate >= 95.percent, '
                        + "within: 20.s, after: 'the crash', over: 5.s; "
                        + 'atEnd gets.wrong == 0, points: 10 }',
                'stop at: 90.s']
    }

    def "each word, value and option has its place to the character"() {
        expect: 'line, column and length, whatever stands around'
        new ScriptReading(script).places() == places

        where: 'parentheses or none, comments, semicolons, several lines, tabs, a byte order mark'
        script || places
        "peers n, run: 'chord'" ||
                ['peers 1:1+5', 'n 1:7+1', 'run: 1:10+3', "'chord' 1:15+7"]
        "peers(n, run: 'chord',)" ||
                ['peers 1:1+5', 'n 1:7+1', 'run: 1:10+3', "'chord' 1:15+7"]
        'seed /* why */ 42 // because' ||
                ['seed 1:1+4', '42 1:16+2']
        'seed 1; stop  at: 2.s ;' ||
                ['seed 1:1+4', '1 1:6+1', 'stop 1:9+4', 'at: 1:15+2', '2.s 1:19+3']
        'peers 5,\n    // the count\n\tk:   (3 + 4)' ||
                ['peers 1:1+5', '5 1:7+1', 'k: 3:2+1', '(3 + 4) 3:7+7']
        'at(5.s) {\n\tcrash all\n}' ||
                ['at 1:1+2', '5.s 1:4+3', 'crash 2:2+5', 'all 2:8+3']
        '\uFEFFseed 3' ||
                ['seed 1:1+4', '3 1:6+1']
        'seed 1\r\nseed 2\rseed 3' ||
                ['seed 1:1+4', '1 1:6+1', 'seed 2:1+4', '2 2:6+1', 'seed 3:1+4', '3 3:6+1']
        '#!/usr/bin/env peerlab\nseed 1' ||
                ['seed 2:1+4', '1 2:6+1']
        'scenario "\uD83D\uDE00 x", a: 1' ||
                ['scenario 1:1+8', '"\uD83D\uDE00 x" 1:10+6', 'a: 1:18+1', '1 1:21+1']
        'always { a <= 1  }' ||
                ['always 1:1+6', 'a <= 1 1:10+6']
        "always { messages['Get'].sent < 3 }" ||
                ['always 1:1+6', "messages['Get'].sent < 3 1:10+24"]
        "x { partition ['p1', 'p2'] }" ||
                ['x 1:1+1', 'partition 1:5+9', "['p1', 'p2'] 1:15+12"]
        'heal' ||
                ['heal 1:1+4']
    }

    def "what the language says in its own words is read although Groovy has no such words"() {
        expect: 'the text stays as it was written'
        def reading = new ScriptReading(script)
        reading.errors() == []
        reading.shown() == [shown]

        where: 'and, or, not; blocks on the next line; conditions of options'
        script || shown
        'expect { always { a <= 1 and not b == 2 or c } }' ||
                'expect { always a <= 1 and not b == 2 or c }'
        'expect { never { count { up and leader } > 1 } }' ||
                'expect { never count { up and leader } > 1 }'
        "expect { always { 'at most one leader and no other' } }" ||
                "expect { always 'at most one leader and no other' }"
        'at(5.s)\n{ heal all }' ||
                'at 5.s { heal all }'
        'at 5.s, { heal all }' ||
                'at 5.s { heal all }'
        'stop when: { x == 1 and y }, atMost: 9.s' ||
                'stop when: x == 1 and y, atMost: 9.s'
        'leadsTo(within: 1.s, when: { a > 1 }) { b > 1 }' ||
                'leadsTo b > 1, within: 1.s, when: a > 1'
        'timeline { }' ||
                'timeline {  }'
    }

    def "a statement without braces is shown as it was written"() {
        expect: 'the text of its values'
        new ScriptReading(script).shown() == [script]

        where: 'a value named in, options named like keywords, lists, percentages, texts'
        script << [
                'isolate all, direction: in',
                'pause one, for: 4.s, as: "x"',
                "crash where { role == 'relay' }",
                "get closest(3, to: 'key-17'), from: -1",
                'partition [[a, b], [c]], oneWay: true',
                'matrix n: [16, 64], loss: [0.percent, 5.percent]',
                'seed 10 % 3',
                "replay 'a//b{.csv'",
                'seed """x\n{"""']
    }

    def "an empty file has no phrases and no errors"() {
        expect: 'nothing, whatever nothing is made of'
        def reading = new ScriptReading(script)
        reading.shown() == []
        reading.errors() == []

        where: 'blanks, comments'
        script << ['', '\n\n', '// nothing\n', '/* { */', ' \t']
    }

    def "no method of Groovy's is ever called"() {
        when: 'a script uses words that every Groovy object understands'
        def words = ['sleep 4000', 'print 1', 'println()', 'with { }', 'each { }', 'find 3', 'any(3)',
                     'every { }', 'dump', 'evaluate "1"', 'run()', 'getBinding()', 'wait 4000', 'toString()']
        def reading = new ScriptReading('timeline { at(1.s) {\n' + words.join('\n') + '\n} }')

        then: 'they are phrases with these words, for the grammar to refuse'
        reading.errors() == []
        reading.phrases[0].body().get()[0].body().get()*.word() ==
                ['sleep', 'print', 'println', 'with', 'each', 'find', 'any', 'every', 'dump',
                 'evaluate', 'run', 'getBinding', 'wait', 'toString']
    }
}
