package peerlab.reports.page

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification
import spock.lang.TempDir

import peerlab.engine.trace.BrokenTraceException

class ReportDataSpec extends Specification {

    @TempDir
    Path folder

    def "a message is one row from being sent to its end, however that came"() {
        given: 'one that arrives, one that is lost, and one on its way at the end'
        def data = data(PageRuns.LOOKUP)

        expect: 'when it was sent, when it ended, and of which reason'
        data.messages.collect { [it[7], it[0], it[1], it[2]] } ==
                [[11, 1000, 2000, -1], [12, 1000, 2500, 0], [13, 2000, 3000, -1], [21, 8000, -1, -1]]
        data.reasons == ['loss']
        data.messages.collect { data.types[it[5]] } == ['Find', 'Find', 'Nodes', 'Ping']
        data.messages.collect { [data.peers.names[it[3]], data.peers.names[it[4]]] } ==
                [['p1', 'p2'], ['p1', 'p3'], ['p2', 'p1'], ['p1', 'p2']]

        and: 'what it says, the names apart from the values'
        data.shapes[data.messages[2][10][0]] == ['contacts']
        data.messages[2][10][1] == ['p3']
    }

    def "all that follows from an operation is one conversation, also over a timer"() {
        given: 'the get'
        def data = data(PageRuns.LOOKUP)
        def get = data.conversations.find { it[1] == 'asked' }
        def number = data.conversations.indexOf(get)

        expect: 'its key, who asked, when, and what came of it'
        get[2..8] == ['get', 'key-1', data.peers.names.indexOf('p1'), 1000, 5000, false, 'not found']

        and: 'its messages and moments, in their order'
        data.messages.findAll { it[9] == number }*.getAt(7) == [11, 12, 13]
        data.moments.findAll { it[6] == number }.collect { data.types[it[5]] } ==
                ['get', 'Asked', 'Overdue', 'TimedOut', 'get']
    }

    def "a step of a lookup belongs to it, though the timer that ends it was started by another"() {
        given: 'two gets that wait for one timer, which the first has started'
        def events = [1, 2].collectMany { n ->
            [[t: n, kind: 'asked', id: 10 * n, peer: 'p1', operation: 'get', key: "k$n".toString(),
                    options: [:]],
                    [t: n, kind: 'step', cause: 10 * n, peer: 'p1', type: 'Chosen', fields: [lookup: n]]]
        } + [[t: 9, kind: 'timer', id: 30, cause: 10, peer: 'p1', type: 'Overdue', fields: [:]],
                [t: 9, kind: 'step', cause: 30, peer: 'p1', type: 'TimedOut', fields: [lookup: 2,
                        peer: 'p2']],
                [t: 9, kind: 'sent', id: 31, cause: 30, from: 'p1', to: 'p3', type: 'Find', bytes: 1,
                        fields: [:]]]
        def data = data(events)

        expect: 'the second get has its step, and the message that follows from it'
        data.moments.findAll { data.types[it[5]] == 'TimedOut' }*.getAt(6) == [1]
        data.messages*.getAt(9) == [1]
    }

    def "lives, faults and the timeline are told whole"() {
        given: 'them'
        def data = data(PageRuns.LOOKUP)

        expect: 'a fault with both its ends'
        data.lives.collect { [it[0], data.peers.names[it[1]], it[2]] } == [[0, 'p1', 'started'], [0,
                'p2', 'started'],
                [0, 'p3', 'started'], [7000, 'p2', 'crashed']]
        data.faults.collect { [it.fault, it.from, it.to, it.who.collect { p -> data.peers.names[p] }] } ==
                [['drop', 1000, 6000, ['p3']]]
        data.timeline.collect { [it.time, it.verb, it.mark] } == [[1000, 'get', 'the get']]
    }

    def "a page that holds all says so, and counts every message"() {
        given: 'a run that fits'
        def data = data(PageRuns.LOOKUP)

        expect: 'as many shown as there are'
        data.sampling.messages == 4
        data.sampling.messagesShown == 4
        data.sampling.conversations == data.sampling.conversationsShown
        data.traffic.types == [Find: [2, 80, 1], Nodes: [1, 60, 0], Ping: [1, 9, 0]]
        data.traffic.sent.sum() == 4
        data.traffic.dropped.sum() == 1
    }

    def "of a run that does not fit, whole conversations are shown: failed ones first, then evenly"() {
        given: 'two hundred gets, of which twenty fail, and room for about eighty, each taking some 330 bytes'
        def data = data(PageRuns.gets(200), 26_000)
        def shown = data.conversations.collect { (it[3] - 'key-') as int }

        expect: 'each with all its events'
        shown.size() in 70..90
        data.messages.size() == shown.size()
        data.moments.size() == 2 * shown.size()
        data.messages.every { it[1] > 0 }

        and: 'every one that failed'
        (0..<200).findAll { it % 10 == 7 }.every { it in shown }

        and: 'the others from every quarter of the run, none much more than another'
        def quarters = shown.findAll { it % 10 != 7 }.countBy { it.intdiv(50) }
        quarters.size() == 4
        quarters.values().max() - quarters.values().min() <= 3

        and: 'what they take is what there is room for, a tenth more or less'
        def rows = [data.conversations, data.messages, data.moments]
        new ObjectMapper().writeValueAsString(rows).length() in 23_400..28_600

        and: 'what is counted is counted over all of it'
        data.sampling.messages == 200
        data.sampling.conversationsShown == shown.size()
        data.traffic.sent.sum() == 200
    }

    def "what a verdict points at is shown before all else"() {
        given: 'a verdict that points at p12 at 51.480 s, whose get is one of many'
        def events = PageRuns.gets(100).collect { it.t += 40_000_000_000; it } + [
                [t: 51_000_000_000, kind: 'asked', id: 9001, peer: 'p12', operation: 'get',
                        key: 'key-17', options: [:]],
                [t: 51_480_000_000, kind: 'answered', id: 9001, cause: 9001, peer: 'p12',
                        operation: 'get', key: 'key-17',
                        success: true, reason: '', latency: 480_000_000]]

        expect: 'it is there with room for two conversations only'
        data(events, 750).conversations*.getAt(3).contains('key-17')
    }

    def "of a conversation that alone would fill the page, the beginning is shown"() {
        given: 'one send that causes a thousand messages'
        def events = [[t: 0, kind: 'asked', id: 10, peer: 'p1', operation: 'send', key: 'news',
                options: [:]]] +
                (1..1000).collect { [t: it, kind: 'sent', id: 10 + it, cause: 10, from: 'p1', to: 'p2',
                        type: 'Rumour',
                        bytes: 9, fields: [:]] }
        def data = data(events, 20_000)

        expect: 'the first ones, and that it is cut'
        data.messages.size() in 100..300
        data.messages*.getAt(7) == (11..<11 + data.messages.size()).toList()
        data.sampling.isCut
        data.conversations[0][9]
    }

    def "long texts and lists are cut, and say so"() {
        given: 'a message with much to say'
        def data = data([[t: 0, kind: 'sent', id: 1, cause: 0, from: 'p1', to: 'p2', type: 'Big', bytes: 1,
                fields: [text: 'é' * 1000, list: (1..100).toList()]]])
        def fields = data.messages[0][10]

        expect: 'their beginnings'
        fields[1] == 'é' * 240 + '…'
        fields[2].size() == 33
        fields[2][-1] == '… and 68 more'
    }

    def "without a trace there are verdicts, metrics and snapshots"() {
        given: 'a run that recorded nothing'
        def data = PageRuns.data(PageRuns.write(folder))

        expect: 'those, and that there was no trace'
        !data.hasTrace
        data.run.fingerprint == '9f2c41d7a05be613'
        data.verdicts.expectations.size() == 3
        data.series.values['messages.sent'] != null
        data.snapshots.size() == 1
        !data.containsKey('messages')
    }

    def "where nobody shows neighbours, edges are of those who spoke"() {
        given: 'a trace, and no snapshot with an edge'
        def files = PageRuns.write(folder, PageRuns.LOOKUP)
        folder.resolve('topology').toFile().deleteDir()
        def data = PageRuns.data(RunFiles.in(folder))
        def pairs = data.spoke.collate(2).collect { it.collect { p -> data.peers.names[p] }.sort() }

        expect: 'each pair once'
        files != null
        pairs.sort() == [['p1', 'p2'], ['p1', 'p3']]
    }

    def "a folder without a whole run is refused with a remedy"() {
        when: 'there is nothing in it'
        PageRuns.data(RunFiles.in(folder))

        then: 'it is said what to do'
        def refusal = thrown(ReportException)
        refusal.message == "'$folder' holds no whole run: there is no run.json"
        refusal.remedy().contains('--out')
    }

    def "a manifest that is no JSON is refused"() {
        given: 'a file that somebody has changed'
        def files = PageRuns.write(folder)
        PageRuns.replace(folder.resolve(name), '{"x": ')

        when: 'it is read'
        PageRuns.data(files)

        then: 'the file is named'
        def refusal = thrown(ReportException)
        refusal.message.contains(name)

        where:
        name << ['run.json', 'verdicts.json', 'metrics.json']
    }

    def "a trace that was cut off is told with the number of the line"() {
        given: 'a half line at the end'
        def files = PageRuns.write(folder, PageRuns.LOOKUP)
        Files.writeString(folder.resolve('trace.jsonl'),
                Files.readString(folder.resolve('trace.jsonl')) + '{"t":90,"ki')

        when: 'it is read'
        PageRuns.data(files)

        then: 'as the reader of traces tells it'
        def broken = thrown(BrokenTraceException)
        broken.line() == PageRuns.LOOKUP.size() + 1
        broken.message.contains('cut off')
    }

    private Map data(List<Map> events, long budget = ReportData.EVENT_BYTES) {
        PageRuns.data(PageRuns.write(folder, events), budget)
    }
}
