package peerlab.dsl.groovy

import spock.lang.Specification

/** What Groovy's parser would take minutes for, or all memory, is answered before it sees it. */
class GroovyLimitsSpec extends Specification {

    def 'a script has a limit on #what, and the place where it is passed is named'() {
        expect: 'up to the limit it is read; beyond it there is this answer alone'
        !new ScriptReading(script(most)).errors().contains(answer)
        new ScriptReading(script(most + 1)).errors() == [answer]

        where: 'what nobody writes by hand, and a program may'
        what                          | most   | script
        'its lines'                   | 20_000 | { 'seed 1' + '\n' * (it - 1) + 'seed 2' }
        'lines with nothing in them'  | 1_000  | { 'seed 1' + '\n' * it + 'seed 2' }
        'lines that begin with a dot' | 45     | { 'seed 1' + '\n.s' * it }
        'what may be types'           | 300    | { 'seed a' + ' < a' * it }
        'parts behind dots'           | 300    | { 'seed a' + ' .s' * it }
        'dots at the ends of lines'   | 300    | { 'seed a' + '.\ns' * it }
        'dots behind remarks'         | 45     | { 'seed 1' + '\n/* so */ .s' * it }
        'names with colons'           | 45     | { 'seed 1\n' + 'a:\n' * it + 'seed 2' }
        'words between values'        | 45     | { 'seed a' + '\nin' * it }
        'what is set at once'         | 30     | { 'x = ' + 'a = ' * (it - 1) + '1' }
        'braces of one line'          | 1_000  | { 'x' + '{}' * it }
        'texts within texts'          | 45     | { 'x = ' + '"${' * it + '1' + '}"' * it }
        and: ''
        answer << [
                '1:1+1 a script has at most 20000 lines = '
                        + 'say what repeats in a loop: for (i in 1..100) { ... }',
                '1:7+1 more than 1000 lines in a row with nothing to read in them = take them out',
                '47:1+1 this is nested more than 45 signs deep = write it flatter',
                "1:1208+1 more of '<' than anybody needs in one statement = write it in several",
                "1:908+1 more of '.' than anybody needs in one statement = write it in several",
                "301:2+1 more of '.' than anybody needs in one statement = write it in several",
                '47:10+1 this is nested more than 45 signs deep = write it flatter',
                '47:1+1 this is nested more than 45 colons deep = write it flatter',
                "47:1+2 more of 'in' than anybody needs in one statement = write it in several",
                "1:123+1 more of '=' than anybody needs in one statement = write it in several",
                "1:2002+1 more of '{' than anybody needs in one statement = write it in several",
                '1:142+1 this is nested more than 45 brackets deep = write it flatter']
    }

    def 'brackets that nobody opened are told one by one, and end the reading where there are many'() {
        given: 'a line that goes on with the one above, once its bracket is out of the way'
        def script = { 'at(1.s) {\n' + '}.except(all), by: 200.ms }\n' * it + 'seed 1' }

        expect: 'up to the limit the rest is read; the first of each line closes what is open'
        new ScriptReading(script(10)).errors().count { it.contains('closes nothing') } == 19

        and: 'beyond it nothing is'
        new ScriptReading(script(3000)).errors().drop(20) == ['12:27+1 more than 20 brackets close nothing; '
                + 'from here on nothing is read = begin with the first of them']
    }

    def 'what Groovy takes for one statement has a limit, and the place where it begins is named'() {
        given: 'lines that go on with the one above, as far as Groovy can tell'
        def script = { '30%stop at: 90\n' * it + 'seed 2' }
        def answer = '1:1+14 to Groovy this and what follows is one statement, of more than 20000 ' +
                'characters = begin each statement on a line of its own, with a word of the language'

        expect: 'one answer, however many there are; else one for each of the first'
        new ScriptReading(script(1700)).errors() == [answer]
        new ScriptReading(script(20)).errors().with { it.size() > 1 && !it.contains(answer) }
    }

    def 'long remarks and texts are no long statements'() {
        expect: 'no complaint'
        new ScriptReading("// ${'so '.repeat(20_000)}\nseed 1").errors() == []
        new ScriptReading("scenario '${'so '.repeat(20_000)}'").errors() == []
    }

    def 'what no rule of the language fits is answered, however it is broken'() {
        expect: 'braces behind a call that nobody opened, over several lines'
        new ScriptReading("sc 10)            { gets.wrong == 0 }\n// a remark\n}\n\nstop at: 90.s\n")
                .errors().size() >= 1
    }

    def 'a statement over many lines, with braces in each, is read as fast as one on a line'() {
        given: 'a thousand steps that nobody would join so'
        def steps = (['at(1.s) { crash all }'] * 1000).join('\nand ')

        expect: 'an answer'
        new ScriptReading("timeline {\n$steps\n}").errors().size() == 1
    }

    def 'names that are put together and stand behind each other begin no statement'() {
        expect: 'one answer, about all of them'
        new ScriptReading('"${n}"' * 3).errors() == [
                "1:1+12 a script cannot compute '\"\${n}\"\"\${n}\"' = write it in the step that uses it"]
    }

    def 'a name that is put together begins no statement'() {
        expect: 'one answer, about the statement'
        new ScriptReading('"${n}"crash any(3)').errors() == ['1:1+18 a statement begins with a word of the '
                + 'language = write the word as it is, without quotes']
    }

    def 'an error among many statements hides none of the others, nor their errors'() {
        given: 'statements in braces and around them, three of them wrong'
        def step = { it % 90 == 0 ? 'crash all, = 3' : 'crash one' }
        def steps = (1..200).collect { "    at(${it}.s) { ${step(it)} }" }
        def reading = new ScriptReading("seed 1\ntimeline {\n${steps.join('\n')}\n}\nstop at 9.s\n")

        expect: 'each answer at its place, and each other step'
        reading.errors()*.takeBefore(' ') == ['92:27+1', '182:28+1', '204:9+3']
        reading.shown()[1].count('crash one') == 198
    }

    def 'what stands behind a value without a blank is a part of the whole, as for Groovy: #script'() {
        given: 'what is before it'
        def whole = script.take(length)

        expect: 'one answer, that names it'
        new ScriptReading(script).errors() ==
                ["1:1+$length a script cannot compute '$whole' = write it in the step that uses it"]

        where: 'neither a value nor an option of the word'
        script                                    || length
        'latency 20.ms.60.ms'                     || 13
        'crash any(50)at'                         || 13
        'leave any(2)any(3)'                      || 12
        "get any(key), from: 'p1'y(key), from: 2" || 24
        "crash 'p1'as"                            || 10
    }
}
