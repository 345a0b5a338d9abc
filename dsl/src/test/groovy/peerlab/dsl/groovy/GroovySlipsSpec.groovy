package peerlab.dsl.groovy

import spock.lang.Specification

class GroovySlipsSpec extends Specification {

    def "a slip of Groovy's is answered where it is, with what to write"() {
        expect: 'one error, and where the meaning is clear the phrase that was meant'
        def reading = new ScriptReading(script)
        reading.errors() == [error]
        reading.shown() == phrases

        where: 'slips'
        script                                   | error || phrases
        'crash 30%'                              | "1:7+3 '30%' is not how Groovy writes a percentage = write 30.percent"                  || ['crash 30%']
        'crash any(30%, of: x), every: 2.s'      | "1:11+3 '30%' is not how Groovy writes a percentage = write 30.percent"                 || ['crash any(30%, of: x), every: 2.s']
        'always { a >= 95% }'                    | "1:15+3 '95%' is not how Groovy writes a percentage = write 95.percent"                 || ['always a >= 95%']
        'at(20ms) { heal all }'                  | "1:4+4 '20ms' lacks a dot = write 20.ms"                                                || ['at 20ms { heal all }']
        'size 1.5KiB'                            | "1:6+6 '1.5KiB' lacks a dot = write 1.5.KiB"                                            || ['size 1.5KiB']
        'peers $n'                               | "1:7+2 in Groovy a parameter has no '\$' before its name = write n"                     || ['peers $n']
        'at 30.s crash all'                      | '1:9+5 the step lacks its braces = add braces: at(30.s) { crash all }'                  || ['at 30.s { crash all }']
        "at(30.s) crash all, as: 'x'"            | "1:10+5 the step lacks its braces = add braces: at(30.s) { crash all, as: 'x' }"        || ["at 30.s { crash all, as: 'x' }"]
        'during 1.s..3.s partition minority'     | '1:17+9 the step lacks its braces = add braces: during(1.s..3.s) { partition minority }' || ['during 1.s..3.s { partition minority }']
        'at 30.s { crash all }'                  | "1:4+4 the braces go to 's' = add parentheses: at(30.s) { crash all }"                  || ['at 30.s { crash all }']
        "peers n run: 'chord'"                   | "1:7+1 a comma is missing between 'n' and 'run' = write peers n, run: 'chord'"          || ["peers n, run: 'chord'"]
        'get any key, every: 3'                  | "1:5+3 a bracket is missing between 'any' and 'key' = write get any(key), every: 3"     || ['get any(key), every: 3']
        'crash any 30.percent'                   | "1:11+10 a bracket is missing between 'any' and '30.percent' = write crash any(30.percent)" || []
        'put 100 keys'                           | "1:9+4 a bracket is missing between '100' and 'keys' = write put keys(100)"             || []
        'record trace messages'                  | "1:14+8 a comma is missing between 'trace' and 'messages' = write record trace, messages" || []
        'peers 3 4'                              | "1:9+1 a comma is missing between '3' and '4' = write peers 3, 4"                       || []
        "join all via 'p1'"                      | "1:10+3 a comma is missing between 'all' and 'via' = write join all, via: 'p1'"         || []
        'crash all except leader'                | "1:11+6 a comma is missing between 'all' and 'except' = write crash except(leader)"     || []
        'latency 20.ms to 30.ms'                 | "1:15+2 a comma is missing between '20.ms' and 'to' = write latency 20.ms..30.ms"       || []
        'a b c d e f'                            | "1:9+1 'e' does not fit here = values stand with commas between, options with their names" || []
        'seed = 42'                              | "1:1+4 'seed' takes its value without '=' = write seed 42"                              || ['seed 42']
        'seed: 42'                               | "1:1+4 a ':' stands behind the name of an option = write seed 42"                       || ['seed 42']
        'params n = 64'                          | "1:8+1 '=' sets a variable; an option has ':' = write params n: 64"                     || ['params n: 64']
        "peers 4, run = 'x'"                     | "1:14+1 '=' sets a variable; an option has ':' = write run: 'x'"                        || ["peers 4, run: 'x'"]
        "peers 4\nrun: 'x'"                      | "2:1+3 a ':' stands behind the name of an option = options follow a comma on the line of their word" || ['peers 4']
        'always { gets.wrong = 0 }'              | "1:21+1 '=' sets something, and a condition only looks = write gets.wrong == 0"         || []
        'x any(a = 3)'                           | "1:9+1 '=' sets something = write a: 3"                                                 || []
        'always { it.bytes <= 3 }'               | "1:10+2 'it' stands for nothing here = name the value itself: leave out 'it.'"          || []
        'always { p -> p.bytes <= 3 }'           | "1:8+21 a condition has no '->' = name the values themselves: { gets.wrong == 0 }"      || []
        'always { }'                             | '1:8+3 the condition is empty = write what must hold: { gets.wrong == 0 }'              || []
        'always { a == 1; b == 2 }'              | "1:18+6 a condition is one expression = join the parts with 'and'"                      || []
        'always { for (i in 1..2) { } }'         | '1:10+19 a condition is one expression = compare values: { gets.wrong == 0 }'           || []
        'timeline { t -> heal all }'             | "1:10+17 a block has no '->' = write timeline { ... }"                                  || ['timeline { heal all }']
        'def x = 3\nseed x'                      | "1:1+3 'def' is not a word of a scenario = a variable is set without it: x = 3"         || ['seed x[x:3]']
        'int x = 3\nseed x'                      | "1:1+3 'int' is not a word of a scenario = a variable is set without it: x = 3"         || ['seed x[x:3]']
        'def (a, b) = [1, 2]'                    | '1:1+19 a scenario sets one variable at a time = write x = 3'                           || []
        'x = [1]\nx[0] = 2'                      | '2:1+8 only a variable can be set = write x = 3'                                        || []
        'for (int i = 0; i < 3; i++) { seed i }' | '1:1+3 a loop runs over a range or a list = write for (i in 0..<10) { ... }'            || []
        '3.times { seed 1 }'                     | "1:3+5 'times' runs code of Groovy's = write for (i in 1..3) { ... }"                   || []
        '(1..3).each { seed it }'                | "1:8+4 'each' runs code of Groovy's = write for (i in 1..3) { ... }"                    || []
        'x = [1, 2].collect { 3 }'               | "1:5+20 'collect' with braces runs code of Groovy's = write for (i in 1..3) { ... }"    || []
        'x = { 3 }'                              | '1:5+5 braces cannot stand here = a loop is written for (i in 1..3) { ... }'            || []
        'x = any(3)'                             | "1:5+6 a script cannot compute 'any(3)' = write it in the step that uses it"            || []
        'x = it'                                 | "1:5+2 'it' stands for nothing here = name the value, or a variable"                    || []
        'x = 1\ny = (x = 2)'                     | "2:5+7 '=' sets a variable and compares nothing = write == to compare"                  || []
        'x = 3 as String'                        | "1:5+11 a scenario cannot compute '3 as String' = numbers, units, texts, lists, + - * / %, comparisons and ?: can be computed" || []
        'x = 2 ** 3'                             | "1:5+6 a scenario cannot compute '2 ** 3' = numbers, units, texts, lists, + - * / %, comparisons and ?: can be computed" || []
        'x = [*[1], 2]'                          | "1:6+4 '*' cannot stand here = name each value"                                         || []
        'crash x as String'                      | "1:7+11 a scenario cannot compute 'x as String' = numbers, units, texts, lists, + - * / %, comparisons and ?: can be computed" || []
        'skew -3'                                | '1:1+7 this computes a value that nobody uses = write skew(-3) for a word with a value' || []
        'a.b == 3'                               | '1:1+8 this computes a value that nobody uses = what must hold stands in expect { always { ... } }' || []
        '42'                                     | '1:1+2 a statement begins with a word of the language = such as peers, at, crash, always' || []
        'a.b.c'                                  | '1:1+5 a statement begins with a word of the language = such as peers, at, crash, always' || []
        'a.b(3)'                                 | '1:1+6 a statement begins with a word of the language = such as peers, at, crash, always' || []
        'assert 3 == 4'                          | "1:1+6 'assert' is not a word of a scenario = what must hold stands in expect { ... }"  || []
        'try { heal all } finally { }'           | "1:1+3 'try' is not a word of a scenario = a scenario has steps, for, while, if and variables" || []
        'return 3'                               | "1:1+6 'return' is not a word of a scenario = a scenario has steps, for, while, if and variables" || []
        'class A { }\nseed 1'                    | '1:1+7 a scenario defines no classes = algorithms and metrics are classes in Java, and come with --with PATH' || ['seed 1']
        'def twice(x) { x * 2 }\nseed 1'         | '1:1+12 a scenario defines no methods = a loop repeats steps: for (i in 1..3) { ... }'  || ['seed 1']
        'import java.util.List\nseed 1'          | "1:1+21 'import' is not a word of a scenario = algorithms and metrics are classes in Java, and come with --with PATH" || ['seed 1']
        'package a.b\nseed 1'                    | '1:1+11 a scenario is in no package = leave the line out'                               || ['seed 1']
    }

    def "what no run could repeat is refused, and the reason is said"() {
        expect: 'clocks, chance, and the world outside'
        new ScriptReading(script).errors() == [error]

        where: 'in statements, variables and values'
        script                                  || error
        'x = new Date()'                        || "1:5+10 'new Date()' reads the clock of the machine: no run could be repeated = write a time of the run, such as 10.s"
        'seed System.currentTimeMillis()'       || "1:6+26 'System.currentTimeMillis()' reads the clock of the machine: no run could be repeated = write a time of the run, such as 10.s"
        'x = java.time.Instant.now()'           || "1:5+23 'java.time.Instant.now()' reads the clock of the machine: no run could be repeated = write a time of the run, such as 10.s"
        'seed new Random().nextInt()'           || "1:6+12 'new Random()' draws by chance, outside the seed: no run could be repeated = any(3), random(key) and distributions draw from the seed"
        'x = Math.random()'                     || "1:5+13 'Math.random()' draws by chance, outside the seed: no run could be repeated = any(3), random(key) and distributions draw from the seed"
        "x = UUID.randomUUID().toString()"      || "1:5+17 'UUID.randomUUID()' draws by chance, outside the seed: no run could be repeated = any(3), random(key) and distributions draw from the seed"
        "'rm -rf /'.execute()"                  || "1:1+20 ''rm -rf /'.execute()' reaches outside the scenario: no run could be repeated = give what it needs as params, and change them with --set"
        "new File('x').text"                    || "1:1+13 'new File('x')' reaches outside the scenario: no run could be repeated = give what it needs as params, and change them with --set"
        'System.out.println(3)'                 || "1:1+10 'System.out' reaches outside the scenario: no run could be repeated = give what it needs as params, and change them with --set"
        'x = new Thing(3)'                      || "1:5+12 'new' is not a word of a scenario = write the value itself; algorithms and metrics are classes in Java"
        'crash any(new Thing(3))'               || "1:11+12 'new' is not a word of a scenario = write the value itself; algorithms and metrics are classes in Java"
    }

    def "a bracket, a text or a comment that never ends is named where it begins"() {
        expect: 'one error'
        new ScriptReading(script).errors() == [error]

        where: 'the opening sign is found by counting, and by indentation where counting finds several'
        script                                                          || error
        'timeline {\n  at(1.s) { heal all\n  at(2.s) { heal all }\n}'    || "2:11+1 '{' is never closed = add '}' where the block ends"
        'network {\n  loss 1.percent\ntimeline {\n  at(1.s) { x }\n}'    || "1:9+1 '{' is never closed = add '}' where the block ends"
        'timeline { at(3.s { heal all } }'                              || "1:14+1 '(' is never closed = add ')' where it ends"
        'matrix n: [1, 2'                                               || "1:11+1 '[' is never closed = add ']' where it ends"
        "scenario 'it doesn't end'"                                     || "1:25+1 the text that begins here has no closing quote = close it with '; a text with an apostrophe stands in \"double quotes\""
        'seed "x\nstop at: 1.s'                                         || '1:6+1 the text that begins here has no closing quote = close it with "; a text with an apostrophe stands in "double quotes"'
        "seed '''x\nstop at: 1.s"                                       || "1:6+1 the text that begins here has no closing quote = close it with '; a text with an apostrophe stands in \"double quotes\""
        'seed 1 /* x'                                                   || '1:8+2 the comment that begins here never ends = close it with */'
        'seed 1 }\nstop at: 1.s'                                        || "1:8+1 '}' closes nothing = remove it"
        'seed ' + '(' * 100 + '1' + ')' * 100                           || '1:66+1 this is nested more than 60 brackets deep = write it flatter'
    }

    def "a statement that Groovy cannot read hides neither those around it nor their errors"() {
        when: 'several lines are wrong'
        def reading = new ScriptReading('''\
            peers 64, , run: 'x'
            seed = = 3
            timeline { at(5.s) { crash all, = 3 }
                       at(6.s) { heal all } }
            crash 5%
            always { a = 3 }
            '''.stripIndent())

        then: 'each is answered in our words'
        reading.errors() == [
                "1:9+1 ',' does not fit here = one statement a line: a word, its values with commas between, then its options",
                "2:8+1 '=' sets something = write == to compare, and ':' behind the name of an option",
                "3:33+1 '=' sets something = write == to compare, and ':' behind the name of an option",
                "5:7+2 '5%' is not how Groovy writes a percentage = write 5.percent",
                "6:12+1 '=' sets something, and a condition only looks = write a == 3"]
        reading.shown() == ['timeline { at 6.s { heal all } }', 'crash 5%']
    }

    def "what is no scenario at all gets an answer and no stack trace"() {
        expect: 'an error with a place'
        ['\0\1\2\3', 'Dear all,\nthe lab is on Monday.', 'x = ' + '!' * 20000 + '1', 'seed ' + '1 + ' * 20000 + '1',
         '<html><body>no</body></html>', '%PDF-1.4', 'scenario: x\npeers:\n  count: 3\n'].every {
            new ScriptReading(it).errors().size() >= 1
        }
    }

    def "a script that reads badly in a thousand places is not read for ever"() {
        expect: 'a limit'
        new ScriptReading('seed = = 3\n' * 1000).errors().size() <= Syntax.REPAIR_LIMIT + 1
    }
}
