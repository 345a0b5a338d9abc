package peerlab.dsl.groovy

import spock.lang.Specification

class GroovySlipsSpec extends Specification {

    def "a slip of Groovy's is answered where it is, with what to write: #slip.script"() {
        expect: 'one error, and where the meaning is clear the phrase that was meant'
        def reading = new ScriptReading(slip.script)
        reading.errors() == slip.errors
        reading.shown() == slip.phrases

        where: 'slips'
        slip << Samples.in('slips')
    }

    def "what no run could repeat is refused, and the reason is said: #sample.script"() {
        expect: 'clocks, chance, and the world outside'
        new ScriptReading(sample.script).errors() == sample.errors

        where: 'in statements, variables and values'
        sample << Samples.in('repeatability')
    }

    def "a bracket, a text or a comment that never ends is named where it begins: #sample.script"() {
        expect: 'the opening sign is found by counting, and by indentation where counting finds several'
        new ScriptReading(sample.script).errors() == sample.errors

        where: 'signs that open'
        sample << Samples.in('openings')
    }

    def "brackets within brackets have a limit"() {
        expect: 'the first that goes too deep is named'
        new ScriptReading('seed ' + '(' * 100 + '1' + ')' * 100).errors() ==
                ['1:51+1 this is nested more than 45 brackets deep = write it flatter']
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
                "1:9+1 ',' does not fit here = one statement a line: a word, its values "
                        + 'with commas between, then its options',
                "2:8+1 '=' sets something = write == to compare, and ':' behind the name of an option",
                "3:33+1 '=' sets something = write == to compare, and ':' behind the name of an option",
                "5:7+2 '5%' is not how Groovy writes a percentage = "
                        + 'write 5.percent; of the peers: any(5.percent)',
                "6:12+1 '=' sets something, and a condition only looks = write a == 3"]
        reading.shown() == ['timeline { at 6.s { heal all } }', 'crash 5%']
    }

    def "what is no scenario at all gets an answer and no stack trace"() {
        expect: 'an error with a place'
        ['\0\1\2\3', 'Dear all,\nthe lab is on Monday.', 'x = ' + '!' * 20000 + '1',
         'seed ' + '1 + ' * 20000 + '1', '<html><body>no</body></html>', '%PDF-1.4',
         'scenario: x\npeers:\n  count: 3\n'].every {
            new ScriptReading(it).errors().size() >= 1
        }
    }

    def "a script that reads badly in a thousand places is not read for ever"() {
        expect: 'a limit'
        new ScriptReading('seed = = 3\n' * 1000).errors().size() <= Syntax.REPAIR_LIMIT + 1
    }
}
