package peerlab.reports

import com.fasterxml.jackson.databind.ObjectMapper
import de.siegmar.fastcsv.reader.CsvReader
import peerlab.engine.RunFailure
import peerlab.engine.check.Verdict
import peerlab.engine.observe.MetricReport
import peerlab.engine.protocol.Theory
import spock.lang.Specification

class DocumentsSpec extends Specification {

    def json = new ObjectMapper()

    def "the manifest says what was run and what came of it"() {
        when:
        def text = Runs.text { new RunJson(Runs.MACHINE).write(Runs.kademlia(), it) }

        then: 'to the byte'
        text == Golden.of('run.json', text)

        and: 'for any JSON reader, in this order'
        json.readValue(text, Map).keySet() as List ==
                ['scenario', 'title', 'file', 'seed', 'params', 'fingerprint',
                'verdict', 'points', 'pointsPossible', 'peers', 'simulatedTime', 'events', 'messages',
                        'failure',
                'notes', 'peerlab', 'machine']
    }

    def "a manifest differs from machine to machine only under machine"() {
        given: 'the same run elsewhere, and slower'
        def here = Runs.kademlia()
        def there = Runs.but(here, wallNanos: 7L)

        when:
        def one = json.readValue(Runs.text { new RunJson(Runs.MACHINE).write(here, it) }, Map)
        def other = json.readValue(Runs.text { new RunJson(new Machine('1.2.3', '25')).write(there, it) },
                Map)

        then:
        one.machine == [jdk: '17.0.9+9', wallSeconds: 0.412345678d]
        other.machine == [jdk: '25', wallSeconds: 7e-9d]
        one.findAll { it.key != 'machine' } == other.findAll { it.key != 'machine' }
    }

    def "what theory says stands in the manifest, as long as the run went on"() {
        given: 'a line for all of the run, and one for a while'
        def measured = Runs.metrics()
        def theory = [new Theory('lookups.hops', 6, 'log', 'a book'),
                new Theory('peers.up', 7.5d, Runs.seconds(3), Runs.seconds(1_000_000), 'renewal', 'another')]
        def result = Runs.but(Runs.kademlia(),
                metrics: new MetricReport(measured.values(), measured.series(), theory))
        def read = json.readValue(Runs.text { new RunJson(Runs.MACHINE).write(result, it) }, Map)

        expect: 'both'
        read.theory*.values()*.toList() ==
                [['lookups.hops', 6, 0, read.simulatedTime, 'log', 'a book'],
                ['peers.up', 7.5d, 3, read.simulatedTime, 'renewal', 'another']]
    }

    def "a run that broke says at what"() {
        given:
        def failure = new RunFailure(RunFailure.Kind.LIMIT, Runs.seconds(3),
                'the run reached its limit of 1 event', ['raise it'])
        def result = Runs.result(Runs.kademliaSpec(), Verdict.FAIL, [], failure)

        expect:
        json.readValue(Runs.text { new RunJson(Runs.MACHINE).write(result, it) }, Map).failure ==
                [kind: 'limit', time: 3, sentence: 'the run reached its limit of 1 event',
                        detail: ['raise it']]
    }

    def "a run among many is one line: the manifest and the verdicts"() {
        when:
        def text = Runs.text { new RunJson(Runs.MACHINE).writeLine(Runs.kademlia(), it) }

        then:
        text == Golden.of('run-line.json', text)
        text.count('\n') == 1

        and: 'the same that the files of the run directory say'
        def line = json.readValue(text, Map)
        line.expectations == json.readValue(
                Runs.text { VerdictsJson.write(Runs.kademlia(), it) }, Map).expectations
        line.findAll { it.key != 'expectations' } ==
                json.readValue(Runs.text { new RunJson(Runs.MACHINE).write(Runs.kademlia(), it) }, Map)
    }

    def "each verdict comes with its place, its values and its cause"() {
        when:
        def text = Runs.text { VerdictsJson.write(Runs.kademlia(), it) }

        then:
        text == Golden.of('verdicts.json', text)
        json.readValue(text, Map).expectations*.verdict == ['fail', 'pass', 'pass']
    }

    def "metrics are numbers, truths, distributions, or null"() {
        when:
        def text = Runs.text { MetricsJson.write(Runs.metrics(), it) }

        then:
        text == Golden.of('metrics.json', text)

        and:
        def metrics = json.readValue(text, Map)
        metrics.'messages.sent' == 61728
        metrics.'topology.connected'.is(true)
        metrics.'puts.successRate' == null
        metrics.'gets.latency'.keySet() as List == ['count', 'mean', 'min', 'p50', 'p90', 'p95', 'p99', 'max']
    }

    def "the time series is a row for each metric and window"() {
        when:
        def text = Runs.text { MetricsCsv.write(Runs.metrics(), it) }

        then:
        text == Golden.of('metrics.csv', text)

        and: 'a CSV reader sees the numbers; what has no value is empty'
        rows(text) == [['time_s', 'metric', 'value'], ['1', 'messages.sent', '640'],
                ['1', "messages['FindNode'].sent", '12'], ['1.5', 'gets.successRate', ''],
                ['2', 'gets.successRate', '0.6666666666666666']]
    }

    def "a snapshot has a row for each peer, edge and transfer"() {
        when:
        def text = Runs.text { TopologyJson.write(Runs.snapshots()[0], it) }

        then:
        text == Golden.of('topology.json', text)
        json.readValue(text, Map).nodes[0].values == [known: ['p2', 'cache1'], load: 0.5d, term: 3]
    }

    def "an empty run makes whole documents"() {
        given: 'no expectation, no metric, nobody'
        def result = Runs.result(Runs.spec('empty', '', 1, [:], [], 0, null), Verdict.PASS, [])
        def nobody = new peerlab.engine.observe.Topology(Runs.seconds(0), [], [], [])

        expect:
        json.readValue(Runs.text { new RunJson(Runs.MACHINE).write(result, it) }, Map).file == null
        json.readValue(Runs.text { VerdictsJson.write(result, it) }, Map).expectations == []
        json.readValue(Runs.text { MetricsJson.write(new peerlab.engine.observe.MetricReport([:], []), it) },
                Map) == [:]
        json.readValue(Runs.text { TopologyJson.write(
                new peerlab.engine.RunResult.NamedTopology('x', nobody), it) }, Map).nodes == []
    }

    def "nasty words survive every format"() {
        given:
        def nasty = Runs.nasty()
        def word = Runs.NASTY

        when:
        def run = Runs.text { new RunJson(Runs.MACHINE).write(nasty, it) }
        def verdicts = Runs.text { VerdictsJson.write(nasty, it) }
        def metrics = Runs.text { MetricsJson.write(nasty.metrics(), it) }
        def topology = Runs.text { TopologyJson.write(nasty.snapshots()[0], it) }
        def csv = Runs.text { MetricsCsv.write(nasty.metrics(), it) }

        then: 'each reader finds the word as it was'
        json.readValue(run, Map).with {
            title == word && scenario == word && file == word && params == [(word): word] &&
                    failure.sentence == word
        }
        json.readValue(verdicts, Map).expectations[0].with {
            claim == word && cause == [word] && values == [[part: word, value: word]] && look.peer == word
        }
        json.readValue(metrics, Map) == [(word): 1]
        json.readValue(topology, Map).nodes[0]
                .with { role == word && values == [(word): word] && id == word + '1' }
        rows(csv)[1] == ['1', word, '1']

        and: 'no JSON holds a character that ends a line or moves a cursor'
        [run, verdicts, metrics, topology].every { !(it =~ /[\u0000-\u0009\u000b-\u001f\u2028\u2029]/) }
    }

    def "half of a surrogate pair does not break a document"() {
        given:
        def result = Runs.result(Runs.spec('half', 'a\ud83d', 1, [:], [], 1, null), Verdict.PASS, [])

        expect:
        json.readValue(Runs.text { new RunJson(Runs.MACHINE).write(result, it) }, Map).title == 'a?'
    }

    def "this machine knows its versions"() {
        expect:
        Machine.here().jdk() == Runtime.version().toString()
        !Machine.here().peerlab().empty
    }

    private static List<List<String>> rows(String csv) {
        CsvReader.builder().ofCsvRecord(csv).collect { it.fields }
    }
}
