package peerlab.reports.export.timeline

import java.util.regex.Pattern

import groovy.json.JsonSlurper
import peerlab.reports.Runs
import peerlab.reports.Traces
import peerlab.reports.stored.Lines
import spock.lang.Specification

class ShivizLogSpec extends Specification {

    def "each event has a clock that names what it knows of"() {
        when:
        def events = read(Traces.small())

        then: 'a message that is lost is the event of nobody; what p2 tells carries what p1 had done'
        events*.host == ['p1', 'p2', 'p1', 'p1', 'p1', 'p2', 'p2', 'p2', 'p1', 'p1', 'p1']
        events[5].clock == [p1: 3, p2: 2]
        events[8].clock == [p1: 5, p2: 4]
        events[2].event == 'asked operation=get key=k options={} #4'
        check(events)
    }

    def "the clocks of a part of a run are counted over that part"() {
        given: 'from the delivery on, without what was sent'
        def rest = Traces.lines(Traces.SMALL.readLines().drop(8).join('\n') + '\n')

        when:
        def events = read(rest)

        then:
        check(events)
        events[0].clock == [p2: 1]
    }

    def "no more events are written than ShiViz can draw"() {
        given:
        def text = (1..12_000).collect {
            """{"t":$it,"kind":"sent","id":$it,"cause":0,"from":"p${it % 9 + 1}","to":"p1","type":"A"}"""
        }

        expect:
        read(Traces.lines(text.join('\n'))).size() == ShivizLog.MOST_EVENTS
    }

    def "nasty words stay within their event"() {
        when:
        def events = read(Traces.nasty())

        then: 'hosts without white space, each with one name'
        check(events)
        events.size() == 5
        events*.host.unique().size() == 2
        events[0].event.contains('\\u001b')
        !Runs.text { ShivizLog.write(Traces.nasty(), it) }.contains('\u001b')
    }

    def "two peers whose names differ only in white space stay two"() {
        given:
        def text = ['a b1', 'a\\tb1', 'a_b1'].collect {
            """{"t":1,"kind":"life","id":1,"cause":0,"peer":"$it","change":"started"}"""
        }

        expect:
        read(Traces.lines(text.join('\n')))*.host.toSet().size() == 3
    }

    /** The events as ShiViz finds them: by the expression in the file's first line. */
    private static List<Map> read(Lines lines) {
        def text = Runs.text { ShivizLog.write(lines, it) }
        def (first, second, rest) = text.split('\n', 3) as List
        assert second == ''
        // what JavaScript takes as it is, Java wants a backslash before
        def matcher = Pattern.compile(first.replace('{.*}', '\\{.*\\}')).matcher(rest)
        def events = []
        int end = 0
        while (matcher.find()) {
            assert rest.substring(end, matcher.start()).trim().empty: 'nothing stands between events'
            end = matcher.end()
            events << [host: matcher.group('host'), event: matcher.group('event'),
                       clock: new JsonSlurper().parseText(matcher.group('clock'))]
        }
        assert rest.substring(end).trim().empty
        events
    }

    /** The rules by which ShiViz refuses a log, said once more. */
    private static boolean check(List<Map> events) {
        def last = [:].withDefault { 0 }
        events.each { event ->
            assert event.host && !(event.host =~ /\s/)
            assert event.clock[event.host] == last[event.host] + 1: 'an own entry grows by one'
            last[event.host]++
        }
        def clocks = events.collectEntries { [[it.host, it.clock[it.host]], it.clock] }
        events.each { event ->
            event.clock.each { host, count ->
                assert clocks.containsKey([host, count]): 'a clock names an event that is there'
                clocks[[host, count]].each { other, known ->
                    assert (event.clock[other] ?: 0) >= known: 'and knows what that event knew'
                }
            }
        }
        true
    }
}
