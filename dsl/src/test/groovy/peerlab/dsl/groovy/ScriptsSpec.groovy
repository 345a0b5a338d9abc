package peerlab.dsl.groovy

import peerlab.engine.base.Bytes
import peerlab.engine.base.Ratio
import peerlab.engine.base.Span
import spock.lang.Specification

class ScriptsSpec extends Specification {

    def "a loop states its phrases once a turn, with what the script computes"() {
        when: 'steps are written in a loop, within a block'
        def reading = new ScriptReading('''\
            timeline {
                for (i in 1..3) {
                    at((i * 10).s) { crash "p$i", as: 'crash ' + i, every: 10.ms }
                }
            }
            '''.stripIndent())

        then: 'computed values stand where the text cannot be read without the script'
        reading.errors() == []
        reading.shown() == ['timeline { at <10 s> { crash <p1>, as: <crash 1>, every: 10.ms }; '
                + 'at <20 s> { crash <p2>, as: <crash 2>, every: 10.ms }; '
                + 'at <30 s> { crash <p3>, as: <crash 3>, every: 10.ms } }']

        and: 'whoever checks the file learns that YAML has no loops'
        reading.notes() == ['2:5+17 cannot be written in YAML: a loop']
    }

    def "a value that names variables keeps its text and brings their values"() {
        when: 'variables of several kinds are named'
        def reading = new ScriptReading('''\
            victims = 3
            step = 10.s
            share = 30.percent
            size = 64.KiB
            who = ['p1', 'p2']
            on = true
            at(step) {
                crash any(victims), every: step * 2, chance: share, size: size, of: who, x: on, y: other
            }
            expect { always { lost <= victims } }
            '''.stripIndent())

        then: 'they are Java values of the engine'
        reading.errors() == []
        def at = reading.phrases[0]
        at.arguments()[0].variables() == [step: Span.seconds(10)]
        def crash = at.body().get()[0]
        crash.arguments()[0].text() == 'any(victims)'
        crash.arguments()[0].variables() == [victims: 3L]
        crash.options()*.value()*.variables() == [[step: Span.seconds(10)], [share: Ratio.percent(30)],
                [size: new Bytes(65536)], [who: ['p1', 'p2']], [on: true], [:]]
        reading.phrases[1].body().get()[0].arguments()[0].variables() == [victims: 3L]

        and: 'each variable is noted once'
        def names = ['victims', 'step', 'share', 'size', 'who', 'on']
        reading.notes()*.replaceAll(/.*YAML: /, '') == names.collect { "the variable '$it'".toString() }
    }

    def "a computed part of a larger value leaves every column where it was"() {
        when: 'a list and a range hold computed parts'
        def reading = new ScriptReading(
                'n = 3\ncrash ["p$n", \'p2\', n > 2 ? \'a\' : \'b\'], by: 20.ms..(n * 10).ms')

        then: 'a name of the same length stands for each'
        def list = reading.phrases[0].arguments()[0]
        list.text() == "[_1   , 'p2', _2               ]"
        list.variables() == [_1: 'p3', _2: 'a']
        def range = reading.phrases[0].options()[0].value()
        range.text() == '20.ms.._1         '
        range.variables() == [_1: Span.millis(30)]
    }

    def "a parameter has its value where the script computes, and stays a name where it does not"() {
        when: 'the environment knows n'
        def reading = new ScriptReading(
                'for (i in 1..n) { seed i, peers: n }\nat((n * 5).s) { }\nseed n / 2', [n: 2L])

        then: 'the loop runs to n, and the option is text'
        reading.shown() == ['seed i[i:1], peers: n', 'seed i[i:2], peers: n', 'at <10 s> {  }', 'seed n / 2']
    }

    def "expressions compute as they do in Groovy, in decimals"() {
        expect: 'values, compared with what Groovy itself makes of the text'
        def reading = new ScriptReading("x = $text\nseed x + ''")
        reading.errors() == []
        reading.shown() == ["seed <${Eval.me(text)}>".toString()]

        where: 'arithmetic, texts, lists, maps, choices, methods'
        text << [
                '1 + 2 * 3', '7 % 4', '10 - 2 - 3', '(1 + 2) * 3', '-4', '+4', '0.1 + 0.2', '2.5 * 3',
                '7 / 2', '1.5e1 * 3', "'a' + 1 + 2", '"${1 + 1}x"', "1 < 2 ? 'yes' : 'no'",
                "null ?: 'none'", "'' ?: 'none'", "[1, 2, 3][1]", "[1, 2, 3][-1]", "[a: 1, b: 2].b",
                "[a: 1, b: 2]['a']", "'abc'[1]", "[1, 2].size()", "'abc'.length()", "'abc'.toUpperCase()",
                "'AbC'.toLowerCase()", "'abc'.capitalize()", "'abc'.reverse()", "' a '.trim()",
                "'abc'.contains('b')", "'abc'.startsWith('b')", "'abc'.endsWith('c')",
                "'7'.padLeft(3, '0')", "'a,b'.split(',').size()", "'12'.toInteger() + 1", "''.isEmpty()",
                "'x'.toString()", "[].isEmpty()", "[3, 1, 2].sort().join('-')",
                "[3, 1, 2].reverse().join('-')", "[3, 1, 2].sum()", "[3, 1, 2].min()", "[3, 1, 2].max()",
                "[3, 1, 2].first()", "[3, 1, 2].last()", "[3, 1].contains(1)", "[1, 2].get(1)",
                "([1] + [2, 3]).size()", "(1..4).sum()", "(4..1).join(',')", "(0..<3).size()",
                "(3..<3).size()", "Math.max(3, 5)", "Math.min(3, 5)", "Math.abs(-3)", "Math.round(2.5)",
                "7.intdiv(2)", "(-3).abs()", "3.7.intValue()", "3.toString()", "1 == 1.0", "1 != 2",
                "2 >= 2 && 1 > 3", "!(1 < 2) || 2 <= 1", "'a' < 'b'", "3 in [1, 2, 3]", "null == null",
                "[a: 1].size()", "[a: 1].containsKey('a')", "[a: 1].get('a')",
                "[a: 1].keySet().join(',')", "[a: 1].isEmpty()", "true && !false"]
    }

    def "a unit makes a quantity of whatever the script computed"() {
        expect: 'the exact value'
        new ScriptReading("x = 3\nat($text) { }").phrases[0].arguments()[0].with {
            it.hasProperty('value') ? it.value() : it.variables().values()[0]
        } == value

        where: 'spans, sizes and shares'
        text             || value
        'x.s'            || Span.seconds(3)
        '(x + 1).min'    || Span.minutes(4)
        '(x / 2).ms'     || Span.micros(1500)
        '(x * 10).percent' || Ratio.percent(30)
        'x.KiB'          || new Bytes(3072)
        'x > 2 ? 5.s : 1.s' || Span.seconds(5)
        'x.s + 500.ms'   || Span.millis(3500)
    }

    def "if, while, break, continue and counting do what they say"() {
        when: 'a script uses all of them'
        def reading = new ScriptReading('''\
            i = 0
            while (true) {
                i++
                if (i == 2) { continue } else if (i > 4) break
                seed i
            }
            list = []
            for (x in ['a', 'b', 'c', 'd']) {
                if (x == 'b') continue
                if (x == 'd') { break }
                list << x
                list.add(x + x)
            }
            i += 10
            i -= 1
            i *= 2
            --i
            record list, i
            '''.stripIndent())

        then: 'the phrases tell the way it went'
        reading.errors() == []
        reading.shown() == ['seed i[i:1]', 'seed i[i:3]', 'seed i[i:4]',
                'record list[list:[a, aa, c, cc]], i[i:27]']
    }

    def "a list that was handed on does not change with the script"() {
        when: 'it grows after it was used'
        def reading = new ScriptReading("who = ['p1']\ncrash who\nwho << 'p2'")

        then: 'the phrase has what it had'
        reading.phrases[0].arguments()[0].variables() == [who: ['p1']]
    }

    def "a script that goes wrong is told where and why, and the rest is read: #sample.script"() {
        expect: 'one error, with the place of the part at fault'
        def reading = new ScriptReading(sample.script + '\nstop at: 1.s')
        reading.errors() == sample.errors
        reading.shown()[-1] == 'stop at: 1.s'

        where: 'what can go wrong while it runs'
        sample << Samples.in('failures')
    }

    def "a script that never ends is ended, and the loop is named"() {
        when: 'it loops for ever'
        def reading = new ScriptReading('seed 1\nx = 0\n    while (true) { x += 1 }\nseed 2')

        then: 'the number of turns is the limit, so that every machine says the same'
        reading.errors() ==
                ['3:5+23 the loops of this script take more than 500000 turns = does this loop ever end?']
        reading.shown() == ['seed 1', 'seed 2']
    }

    def "a script that grows without end is ended: #sample.script"() {
        expect: 'a limit with a name, long before memory ends'
        new ScriptReading(sample.script).errors() == sample.errors

        where: 'phrases, texts, numbers, lists'
        sample << Samples.in('growth')
    }

    def "what follows from an error is not reported as well"() {
        when: 'a variable cannot be set, and others depend on it'
        def reading = new ScriptReading('x = new Date()\ny = x + 1\nfor (i in y) { seed i }\n'
                + 'if (y) { seed 2 }\nseed y\nstop at: 1.s')

        then: 'the one error stands alone'
        reading.errors().size() == 1
        reading.shown() == ['stop at: 1.s']
    }
}
