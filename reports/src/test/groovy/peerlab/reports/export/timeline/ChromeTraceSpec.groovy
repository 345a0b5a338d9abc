package peerlab.reports.export.timeline

import groovy.json.JsonSlurper
import peerlab.reports.PeerList
import peerlab.reports.Runs
import peerlab.reports.Traces
import peerlab.reports.stored.Lines
import peerlab.reports.stored.PeerBook
import spock.lang.Specification

class ChromeTraceSpec extends Specification {

    def "peers are processes by name, and their events slices in the order of the trace"() {
        when:
        def events = read(Traces.small())
        def names = events.findAll { it.name == 'process_name' }.collectEntries { [it.pid, it.args.name] }

        then:
        names == [0: 'scenario', 1: 'p1', 2: 'p2']
        events.findAll { it.ph == 'X' && it.pid == 1 }*.name ==
                ['started', 'get', 'Ask', 'Ask', 'Tell', 'get', 'Overdue']
        events.find { it.name == 'Found' }.args.fields == [where: 'here']
    }

    def "slices of one peer never lie on each other, though a run takes no time for them"() {
        given:
        def slices = read(Traces.small()).findAll { it.ph == 'X' && it.pid == 1 }

        expect: 'times in microseconds'
        slices*.ts == [0, 1000, 1000.002, 1000.004, 4000, 4000.002, 6000]
        slices.every { it.dur == 0.001 }

        and: 'nor in fractions as programs compute them, an hour later'
        (0..<1000).every { int i ->
            double at = 3_600_000_000d + i * 0.002d
            at + 0.001d < 3_600_000_000d + (i + 1) * 0.002d
        }
    }

    def "a message is an arrow from slice to slice; one that was lost has no head"() {
        given:
        def events = read(Traces.small())
        def slices = events.findAll { it.ph == 'X' }.collect { [it.pid, it.ts] }

        when:
        def tails = events.findAll { it.ph == 's' }
        def heads = events.findAll { it.ph == 'f' }

        then:
        tails*.id == [5, 6, 8]
        heads*.id == [5, 8]
        heads.every { it.bp == 'e' }
        (tails + heads).every { [it.pid, it.ts] in slices }
        heads.every { head -> tails.any { [it.id, it.cat, it.name] == [head.id, head.cat, head.name] } }
        events.find { it.name == 'lost Ask' }.ph == 'i'
    }

    def "requests and faults are bars from beginning to end"() {
        given:
        def events = read(Traces.small())

        expect:
        events.findAll { it.cat == 'request' }.collect { [it.ph, it.name, it.pid, it.ts] } ==
                [['b', 'get k', 1, 1000], ['e', 'get k', 1, 4000]]
        events.findAll { it.cat == 'fault' }.collect { [it.ph, it.name, it.pid, it.ts] } ==
                [['b', 'partition minority', 0, 2000], ['e', 'partition minority', 0, 5000]]
        events.find { it.cat == 'timeline' }.name == 'at 0 s join all'
    }

    def "what ends without having begun within the part is left out"() {
        given: 'the last six lines'
        def rest = Traces.lines(Traces.SMALL.readLines().drop(11).join('\n'))

        expect:
        read(rest).every { !(it.ph in ['f', 'e']) }
    }

    def "nasty words are data, and a kind that nobody knows is shown by its word"() {
        when:
        def events = read(Traces.nasty())

        then:
        events.any { it.name == Runs.NASTY && it.args?.fields == [(Runs.NASTY): Runs.NASTY] }
        events.any { it.name == 'later' && it.args.what == Runs.NASTY }
    }

    /** The whole document, each event with what the format asks of its phase. */
    private static List<Map> read(Lines lines) {
        def peers = new PeerBook([new PeerList.Entry('p1', 0, 'p', '', '', '')])
        def text = Runs.text { ChromeTrace.write(lines, peers, it) }
        def document = new JsonSlurper().parseText(text)
        assert document.keySet() == ['displayTimeUnit', 'traceEvents'] as Set
        document.traceEvents.each { event ->
            assert event.ph in ['M', 'X', 'i', 's', 'f', 'b', 'e']
            assert event.name instanceof String && event.pid instanceof Integer
            assert event.ph == 'M' || event.ts instanceof Number && event.cat && event.tid == 1
            assert !(event.ph in ['s', 'f', 'b', 'e']) || event.id
            assert event.ph != 'X' || event.dur > 0
        }
    }
}
