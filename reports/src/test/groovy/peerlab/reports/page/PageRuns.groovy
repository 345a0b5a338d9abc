package peerlab.reports.page

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper

import peerlab.reports.RunDirectory
import peerlab.reports.Runs

/** Run directories with traces that were written by hand, and what the page shows of them. */
final class PageRuns {

    /** A get of p1 that asks p2 and p3: the one answers, what goes to the other is lost,
            a timer ends it. */
    static final List<Map> LOOKUP = [
            [t: 0, kind: 'life', id: 5, cause: 1, peer: 'p1', change: 'started'],
            [t: 0, kind: 'life', id: 6, cause: 1, peer: 'p2', change: 'started'],
            [t: 0, kind: 'life', id: 7, cause: 1, peer: 'p3', change: 'started'],
            [t: 1000, kind: 'timeline', id: 2, verb: 'get', text: 'at 1 us get key-1', who: ['p1'],
                    mark: 'the get'],
            [t: 1000, kind: 'fault', id: 3, fault: 'drop', words: 'all', change: 'begins', who: ['p3']],
            [t: 1000, kind: 'asked', id: 10, peer: 'p1', operation: 'get', key: 'key-1', value: null,
                    options: [:]],
            [t: 1000, kind: 'step', cause: 10, peer: 'p1', type: 'Asked', fields: [lookup: 1, peer: 'p2']],
            [t: 1000, kind: 'sent', id: 11, cause: 10, from: 'p1', to: 'p2', type: 'Find', bytes: 40,
                    fields: [key: 'ab']],
            [t: 1000, kind: 'sent', id: 12, cause: 10, from: 'p1', to: 'p3', type: 'Find', bytes: 40,
                    fields: [:]],
            [t: 2000, kind: 'delivered', id: 11, from: 'p1', to: 'p2', type: 'Find'],
            [t: 2000, kind: 'sent', id: 13, cause: 11, from: 'p2', to: 'p1', type: 'Nodes', bytes: 60,
                    fields: [contacts: ['p3']]],
            [t: 2500, kind: 'dropped', id: 12, from: 'p1', to: 'p3', type: 'Find', reason: 'loss'],
            [t: 3000, kind: 'delivered', id: 13, from: 'p2', to: 'p1', type: 'Nodes'],
            [t: 5000, kind: 'timer', id: 14, cause: 10, peer: 'p1', type: 'Overdue', fields: [:]],
            [t: 5000, kind: 'step', cause: 14, peer: 'p1', type: 'TimedOut', fields: [lookup: 1,
                    peer: 'p3']],
            [t: 5000, kind: 'answered', id: 10, cause: 14, peer: 'p1', operation: 'get', key: 'key-1',
                    success: false,
                    value: null, reason: 'not found', latency: 4000],
            [t: 6000, kind: 'fault', id: 3, fault: 'drop', words: 'all', change: 'ends', who: ['p3']],
            [t: 7000, kind: 'life', id: 20, cause: 19, peer: 'p2', change: 'crashed'],
            [t: 8000, kind: 'sent', id: 21, cause: 0, from: 'p1', to: 'p2', type: 'Ping', bytes: 9,
                    fields: [:]]]

    private PageRuns() { }

    /** A run directory with a trace of these events. */
    static RunFiles write(Path folder, List<Map> events) {
        RunDirectory.open(folder, Runs.MACHINE).withCloseable { directory ->
            directory.openTrace().withCloseable { out ->
                events.each { out.write("${json(it)}\n".getBytes('UTF-8')) }
            }
            directory.finish(Runs.kademlia())
        }
        RunFiles.in(folder)
    }

    /** A run directory without a trace. */
    static RunFiles write(Path folder) {
        RunDirectory.open(folder, Runs.MACHINE).withCloseable { it.finish(Runs.kademlia()) }
        RunFiles.in(folder)
    }

    /** What the page would show of it. */
    static Map data(RunFiles files, long budget = ReportData.EVENT_BYTES, Encoding encoding = Encoding.NONE,
            long encodedBudget = HeldBytes.BUDGET) {
        def out = new ByteArrayOutputStream()
        new ReportData(files, encoding, budget, encodedBudget).write(out)
        new ObjectMapper().readValue(out.toByteArray(), Map)
    }

    /** What stands as data in a page. */
    static Map dataIn(String page) {
        def json = page.split('<script type="application/json" id="data">')[1].split('</script>')[0]
        new ObjectMapper().readValue(json, Map)
    }

    static String page(RunFiles files) {
        def out = new ByteArrayOutputStream()
        new ReportPage(files, Encoding.NONE).write(out)
        out.toString('UTF-8')
    }

    /** So many gets, one after another, each of a message and an answer; every tenth fails. */
    static List<Map> gets(int count) {
        (0..<count).collectMany { i ->
            def id = 100 + i * 10
            def at = i * 1_000_000L
            [[t: at, kind: 'asked', id: id, peer: 'p1', operation: 'get', key: "key-$i".toString(),
                    value: null,
                    options: [:]],
                    [t: at, kind: 'sent', id: id + 1, cause: id, from: 'p1', to: 'p2', type: 'Find',
                            bytes: 40,
                            fields: [text: 'x' * 100]],
                    [t: at + 10, kind: 'delivered', id: id + 1, from: 'p1', to: 'p2', type: 'Find'],
                    [t: at + 10, kind: 'answered', id: id, cause: id + 1, peer: 'p1', operation: 'get',
                            key: "key-$i".toString(), success: i % 10 != 7, value: null, reason: '',
                                    latency: 10]]
        }
    }

    /** An event as a line of a trace. */
    static String json(Map event) {
        new ObjectMapper().writeValueAsString(event)
    }

    static void replace(Path file, String text) {
        Files.writeString(file, text)
    }
}
