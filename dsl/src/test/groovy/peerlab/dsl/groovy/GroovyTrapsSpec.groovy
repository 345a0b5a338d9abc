package peerlab.dsl.groovy

import java.nio.file.Path

import peerlab.dsl.Scenarios
import spock.lang.Specification
import spock.lang.TempDir

/** What plain Groovy does in silence, or says two columns late, is answered once, where it stands. */
class GroovyTrapsSpec extends Specification {

    @TempDir
    Path folder

    def '#written gets one answer: #message'() {
        when: 'the whole scenario is checked'
        def loaded = Scenarios.groovy(folder, """\
            scenario 'x'
            peers 64, run: 'kademlia'
            timeline {
                $written
            }
            stop at: 99.s
            """.stripIndent())

        then: 'there is one message, with its remedy, at what is wrong'
        loaded.diagnostics()*.message() == [message]
        loaded.diagnostics()[0].remedy().get().startsWith(remedy)
        def place = loaded.diagnostics()[0].place()
        place.line() == 4
        written.substring(place.column() - 5, place.column() - 5 + place.length()) == underlined

        and: 'nothing was run, and nobody was put to sleep'
        loaded.runs().empty

        where: 'the rows of the table of traps'
        written                                | underlined     || message                                             | remedy
        'at(1.s) { sleep 4000 }'               | 'sleep'        || "unknown action 'sleep'"                            | 'to wait, use at(...)'
        'sleep 4000'                           | 'sleep'        || "unknown action 'sleep'"                            | 'to wait, use at(...)'
        'at(1.s) { crash 30% }'                | '30%'          || "'30%' is not how Groovy writes a percentage"       | 'write 30.percent'
        'at(1.s) { crash any(30%) }'           | '30%'          || "'30%' is not how Groovy writes a percentage"       | 'write 30.percent'
        'at(1.s) { crash 30%, as: \'x\' }'     | '30%'          || "'30%' is not how Groovy writes a percentage"       | 'write 30.percent'
        'at(1s) { crash all }'                 | '1s'           || "'1s' lacks a dot"                                  | 'write 1.s'
        'at(1.s) { put 3ms }'                  | '3ms'          || "'3ms' lacks a dot"                                 | 'write 3.ms'
        'at(1.sec) { crash all }'              | '1.sec'        || "unknown unit 'sec'"                                | 'units: us ms s min h'
        'during(90.s..15.s) { get any(key), every: 1.s }' | '90.s..15.s' || 'the window ends before it begins'         | 'write 15.s..90.s'
        'at 30.s crash all'                    | 'crash'        || 'the step lacks its braces'                         | 'add braces: at(30.s) { crash all }'
        "at(1.s) { crash peers('p1'..'p10') }" | "'p1'..'p10'"  || 'a range goes over numbers, found names'            | 'write peers(1..10)'
    }

    def "'#word' is a word of Groovy's own, and here an unknown action"() {
        when: 'it stands where an action is due'
        def loaded = Scenarios.groovy(folder, """\
            scenario 'x'
            peers 64, run: 'kademlia'
            timeline { at(1.s) { $word } }
            stop at: 99.s
            """.stripIndent())

        then: 'it is named, and not run'
        loaded.diagnostics()*.message() == ["unknown action '${word.find(/\w+/)}'".toString()]

        where:
        word << ['sleep 4000', 'print 3', 'println 3', 'with all', 'each all', 'find all', 'any 3',
                'every 1.s',
                'dump 3', 'dump()', 'inspect 3', 'use 3', 'tap all', 'is 3', 'collect 3', 'sprintf 3',
                        'run()',
                'getMetaClass()', 'invokeMethod 3']
    }
}
