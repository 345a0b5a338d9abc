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
            at(step) { crash any(victims), every: step * 2, chance: share, size: size, of: who, x: on, y: other }
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
        reading.notes()*.replaceAll(/.*YAML: /, '') == ['victims', 'step', 'share', 'size', 'who', 'on'].collect {
            "the variable '$it'".toString()
        }
    }

    def "a computed part of a larger value leaves every column where it was"() {
        when: 'a list and a range hold computed parts'
        def reading = new ScriptReading('n = 3\ncrash ["p$n", \'p2\', n > 2 ? \'a\' : \'b\'], by: 20.ms..(n * 10).ms')

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
        def reading = new ScriptReading('for (i in 1..n) { seed i, peers: n }\nat((n * 5).s) { }\nseed n / 2', [n: 2L])

        then: 'the loop runs to n, and the option is text'
        reading.shown() == ['seed i[i:1], peers: n', 'seed i[i:2], peers: n', 'at <10 s> {  }', 'seed n / 2']
    }

    def "expressions compute as they do in Groovy, in decimals"() {
        expect: 'values, compared with what Groovy itself makes of the text'
        def reading = new ScriptReading("x = $text\nseed x + ''")
        reading.errors() == []
        reading.shown() == ["seed <${Eval.me(text)}>".toString()]

        where: 'arithmetic, texts, lists, maps, choices, methods'
        text << ['1 + 2 * 3', '7 % 4', '10 - 2 - 3', '(1 + 2) * 3', '-4', '+4', '0.1 + 0.2', '2.5 * 3', '7 / 2', '1.5e1 * 3',
                 "'a' + 1 + 2", '"${1 + 1}x"', "1 < 2 ? 'yes' : 'no'", "null ?: 'none'", "'' ?: 'none'", "[1, 2, 3][1]",
                 "[1, 2, 3][-1]", "[a: 1, b: 2].b", "[a: 1, b: 2]['a']", "'abc'[1]", "[1, 2].size()", "'abc'.length()",
                 "'abc'.toUpperCase()", "'AbC'.toLowerCase()", "'abc'.capitalize()", "'abc'.reverse()", "' a '.trim()",
                 "'abc'.contains('b')", "'abc'.startsWith('b')", "'abc'.endsWith('c')", "'7'.padLeft(3, '0')",
                 "'a,b'.split(',').size()", "'12'.toInteger() + 1", "''.isEmpty()", "'x'.toString()", "[].isEmpty()",
                 "[3, 1, 2].sort().join('-')", "[3, 1, 2].reverse().join('-')", "[3, 1, 2].sum()", "[3, 1, 2].min()",
                 "[3, 1, 2].max()", "[3, 1, 2].first()", "[3, 1, 2].last()", "[3, 1].contains(1)", "[1, 2].get(1)",
                 "([1] + [2, 3]).size()", "(1..4).sum()", "(4..1).join(',')", "(0..<3).size()", "(3..<3).size()",
                 "Math.max(3, 5)", "Math.min(3, 5)", "Math.abs(-3)", "Math.round(2.5)",
                 "7.intdiv(2)", "(-3).abs()", "3.7.intValue()", "3.toString()", "1 == 1.0", "1 != 2", "2 >= 2 && 1 > 3",
                 "!(1 < 2) || 2 <= 1", "'a' < 'b'", "3 in [1, 2, 3]", "null == null", "[a: 1].size()", "[a: 1].containsKey('a')",
                 "[a: 1].get('a')", "[a: 1].keySet().join(',')", "[a: 1].isEmpty()", "true && !false"]
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
        reading.shown() == ['seed i[i:1]', 'seed i[i:3]', 'seed i[i:4]', "record list[list:[a, aa, c, cc]], i[i:27]"]
    }

    def "a list that was handed on does not change with the script"() {
        when: 'it grows after it was used'
        def reading = new ScriptReading("who = ['p1']\ncrash who\nwho << 'p2'")

        then: 'the phrase has what it had'
        reading.phrases[0].arguments()[0].variables() == [who: ['p1']]
    }

    def "a script that goes wrong is told where and why, and the rest of it is still read"() {
        expect: 'one error, with the place of the part at fault'
        def reading = new ScriptReading(script + '\nstop at: 1.s')
        reading.errors() == [error]
        reading.shown()[-1] == 'stop at: 1.s'

        where: 'what can go wrong while it runs'
        script                              || error
        'x = 3 / 0'                         || '1:5+5 a division by zero = look first: n == 0 ? 0 : x / n'
        'x = 3 % 0\nseed x\ny = x + 1'      || '1:5+5 a division by zero = look first: n == 0 ? 0 : x / n'
        'l = [1, 2]\nseed l[5]'             || '2:8+1 the list has 2 items, and none has the number 5 = items are numbered from 0 to 1'
        'l = []\nseed l[0]'                 || '2:8+1 the list has 0 items, and none has the number 0 = look whether it is empty: if (x) { ... }'
        'l = [1]\nseed l["a"]'              || "2:8+3 a whole number is due here, found a = such as 3"
        'y = null\nx = y + 1'               || "2:5+5 nothing and 1 cannot be combined by '+' = one of them is nothing: set it first"
        'y = null\nx = y.size()'            || "2:7+4 'size' is asked of nothing = set the variable first"
        'y = null\nseed y'                  || '2:6+1 a value is due here, found nothing = numbers, units, texts, truths and lists of them are values'
        'x = 3.s + 4'                       || "1:5+7 3 s and 4 cannot be combined by '+' = use the same kind on both sides"
        'x = 3.s < 4'                       || '1:5+7 3 s and 4 cannot be compared = use the same kind on both sides'
        'x = m + 1'                         || "1:5+1 unknown name 'm' = set a variable before it is used, or declare it in params"
        'for (i in 20.ms) { seed i }'       || '1:11+5 a loop runs over a range or a list, found 20 ms = write for (i in 1..10) { ... }'
        "for (i in 'p1'..'p3') { seed i }"  || '1:11+10 a range has two whole numbers, found texts = write 1..10'
        'x = 3.sec'                         || "1:7+3 unknown unit 'sec' = units: us ms s min h"
        'x = [1].foo()'                     || "1:9+3 a script cannot ask [1] for 'foo' = lists and texts have size() contains(x) reverse() join(', '), numbers have units"
        'x = (1 - 2).s\nat(x) { }'          || '2:4+1 there is no such value as -1 = spans and sizes are not negative, spans are whole nanoseconds, sizes whole bytes'
        'x = "a".toInteger()'               || "1:9+9 'a' is not a whole number = such as '12'"
        'x = 1..3\nx << 4'                  || '2:1+6 nothing can be added to a range = begin with a list: x = []'
        'x = 3\nseed x[0]'                  || '2:6+4 3 has no items = [..] chooses from a list, a map or a text'
        'x = Math.sqrt(-1)'                 || "1:10+4 'Math.sqrt' has no value here = look at its arguments"
        'x = [a: 1]\nseed x'                || '2:6+1 a value is due here, found [a: 1] = numbers, units, texts, truths and lists of them are values'
        'x = [1, 2].sort().max() + "a" - 1' || "1:5+29 2a and 1 cannot be combined by '-' = use the same kind on both sides"
    }

    def "a script that never ends is ended, and the loop is named"() {
        when: 'it loops for ever'
        def reading = new ScriptReading('seed 1\nx = 0\n    while (true) { x += 1 }\nseed 2')

        then: 'the number of turns is the limit, so that every machine says the same'
        reading.errors() == ['3:5+23 the loops of this script take more than 1000000 turns = does this loop ever end?']
        reading.shown() == ['seed 1', 'seed 2']
    }

    def "a script that grows without end is ended"() {
        expect: 'a limit with a name, long before memory ends'
        new ScriptReading(script).errors() == [error]

        where: 'phrases, texts, numbers, lists'
        script                                                           || error
        'for (i in 1..1000000000) { seed 1 }'                            || '1:28+4 this script comes to more than 100000 statements = use every:, keys(100) and selectors for what is many'
        "x = 'aa'\nfor (i in 1..99) { x = x + x }\nseed x"               || '2:24+5 a text of more than 10000 characters = texts are names and titles'
        'x = 99\nfor (i in 1..99) { x = x * x }'                         || '2:24+5 a number of more than 100 digits = numbers here are of a size to count'
        'x = [1]\nfor (i in 1..99) { x = x + x }'                        || '2:24+5 a list of more than 10000 items = say who or what with a selector: all, any(3), keys(100)'
        'seed([1, 2].contains(1..2000000000) ? 1 : 2)\nx = 1..2000000000\nseed x' || '3:6+1 a list of more than 10000 items = say who or what with a selector: all, any(3), keys(100)'
    }

    def "what follows from an error is not reported as well"() {
        when: 'a variable cannot be set, and others depend on it'
        def reading = new ScriptReading('x = new Date()\ny = x + 1\nfor (i in y) { seed i }\nif (y) { seed 2 }\nseed y\nstop at: 1.s')

        then: 'the one error stands alone'
        reading.errors().size() == 1
        reading.shown() == ['stop at: 1.s']
    }
}
