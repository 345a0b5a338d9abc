package peerlab.reports.export.table

import de.siegmar.fastcsv.reader.CsvReader
import groovy.json.JsonSlurper
import peerlab.reports.Runs
import peerlab.reports.Traces
import peerlab.reports.stored.StoredTopology
import spock.lang.Specification

class TablesSpec extends Specification {

    def "events are rows: what most have in columns, what some have as JSON"() {
        when:
        def rows = read { Tables.events(Traces.small(), it) }

        then:
        rows[0].keySet().toList() == ['t', 'kind', 'id', 'cause', 'from', 'to', 'peer', 'type', 'bytes',
                'reason', 'change', 'operation', 'key', 'success', 'latency', 'value', 'fault', 'verb', 'who',
                'fields', 'rest']
        rows.size() == 15
        rows[4].subMap('t', 'kind', 'id', 'cause', 'from', 'to', 'type', 'bytes') ==
                [t: '1000000', kind: 'sent', id: '5', cause: '4', from: 'p1', to: 'p2', type: 'Ask',
                 bytes: '9']
        new JsonSlurper().parseText(rows[4].fields) == [n: 1]
        new JsonSlurper().parseText(rows[0].who) == ['p1', 'p2']
        new JsonSlurper().parseText(rows[0].rest) == [text: 'at 0 s join all', mark: null]
    }

    def "metrics, verdicts, nodes and edges are rows too"() {
        given:
        def snapshots = [new StoredTopology('after-the-crash', Runs.snapshots()[0])]

        when:
        def values = [a: 5L, b: 0.5d, c: true, d: null, e: [count: 2L, mean: 1.5d]]
        def metrics = read { Tables.metrics(values, it) }
        def verdicts = read {
            Tables.verdicts([[text: 'always x', place: 'a.yaml:3', verdict: 'fail', points: 0L,
                              pointsPossible: 5L, time: 1.5d, cause: ['one', 'two']]], it)
        }

        then:
        metrics*.value == ['5', '0.5', 'true', '', '']
        metrics[4].subMap('count', 'mean', 'p50') == [count: '2', mean: '1.5', p50: '']
        verdicts[0].cause == '["one","two"]'
        read { Tables.nodes(snapshots, it) }*.id == ['p1', 'p2', 'cache1']
        read { Tables.edges(snapshots, it) }.collect { [it.snapshot, it.time_s, it.from, it.to, it.kind] } ==
                [['after the crash', '50', 'p1', 'p2', 'knows'],
                 ['after the crash', '50', 'p1', 'cache1', 'knows']]
    }

    def "nasty words come back as they were; what a spreadsheet would compute does not begin a field"() {
        when:
        def rows = read { Tables.events(Traces.nasty(), it) }
        def formula = read { Tables.metrics(['=1+1': 1L, '@x': 2L], it) }

        then:
        rows[0].from == Runs.NASTY
        new JsonSlurper().parseText(rows[0].fields) == [(Runs.NASTY): Runs.NASTY]
        formula*.metric == ["'=1+1", "'@x"]
    }

    def "final metrics are gauges and summaries, of one name together"() {
        given:
        def metrics = ['messages.sent': 7L, "messages['Ask'].sent": 4L, 'gets.successRate': 0.5d,
                'gets.count': 3L, 'topology.connected': true, 'puts.successRate': null,
                "messages['Tell'].sent": 3L, 'gets.latency': [count: 2L, mean: 0.1d, p50: 0.1d, p90: 0.2d,
                p95: 0.2d, p99: 0.2d], 'puts.latency': [count: 0L, mean: null]]

        expect:
        Runs.text { PrometheusText.write(metrics, it) } == '''\
            # HELP peerlab_messages_sent messages.sent, at the end of the run.
            # TYPE peerlab_messages_sent gauge
            peerlab_messages_sent 7
            # HELP peerlab_messages_sent_each messages.sent, for each, at the end of the run.
            # TYPE peerlab_messages_sent_each gauge
            peerlab_messages_sent_each{of="Ask"} 4
            peerlab_messages_sent_each{of="Tell"} 3
            # HELP peerlab_gets_success_rate gets.successRate, at the end of the run.
            # TYPE peerlab_gets_success_rate gauge
            peerlab_gets_success_rate 0.5
            # HELP peerlab_gets_all gets.count, at the end of the run.
            # TYPE peerlab_gets_all gauge
            peerlab_gets_all 3
            # HELP peerlab_topology_connected topology.connected, at the end of the run.
            # TYPE peerlab_topology_connected gauge
            peerlab_topology_connected 1
            # HELP peerlab_puts_success_rate puts.successRate, at the end of the run.
            # TYPE peerlab_puts_success_rate gauge
            peerlab_puts_success_rate NaN
            # HELP peerlab_gets_latency gets.latency, at the end of the run.
            # TYPE peerlab_gets_latency summary
            peerlab_gets_latency{quantile="0.5"} 0.1
            peerlab_gets_latency{quantile="0.9"} 0.2
            peerlab_gets_latency{quantile="0.95"} 0.2
            peerlab_gets_latency{quantile="0.99"} 0.2
            peerlab_gets_latency_sum 0.2
            peerlab_gets_latency_count 2
            # HELP peerlab_puts_latency puts.latency, at the end of the run.
            # TYPE peerlab_puts_latency summary
            peerlab_puts_latency{quantile="0.5"} NaN
            peerlab_puts_latency{quantile="0.9"} NaN
            peerlab_puts_latency{quantile="0.95"} NaN
            peerlab_puts_latency{quantile="0.99"} NaN
            peerlab_puts_latency_sum 0
            peerlab_puts_latency_count 0
            '''.stripIndent()
    }

    def "nasty names are labels and help, on one line"() {
        given:
        def text = Runs.text {
            PrometheusText.write([(Runs.NASTY): 1L, ("messages['$Runs.NASTY'].sent".toString()): 2L], it)
        }

        expect:
        text.readLines().size() == 6
        text.readLines().every { it ==~ /# (HELP|TYPE) peerlab_\w+ .*|peerlab_\w+(\{of=".*"})? \d/ }
    }

    private static List<Map<String, String>> read(Closure<?> writer) {
        def text = Runs.text(writer)
        CsvReader.builder().ofNamedCsvRecord(text).collect { it.fieldsAsMap }
    }
}
