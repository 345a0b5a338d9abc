package peerlab.reports.export

import java.nio.file.Files
import java.nio.file.Path

import com.networknt.schema.InputFormat
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import peerlab.engine.observe.TopologyDifference
import peerlab.engine.observe.Topology
import peerlab.reports.PeerList
import peerlab.reports.Runs
import peerlab.reports.TopologyJson
import peerlab.reports.Traces
import peerlab.reports.export.graph.DifferenceJson
import peerlab.reports.export.timeline.ChromeTrace
import peerlab.reports.stored.PeerBook
import spock.lang.Specification

/** What is written as JSON, held against the schemas in docs/. */
class SchemasSpec extends Specification {

    static final Path DOCS = Path.of(System.getProperty('peerlab.root', '..'), 'docs')

    def "#name keeps to its schema, also where words are nasty"() {
        given:
        def schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(DOCS.resolve(name + '.schema.json')))

        expect:
        documents.each { assert schema.validate(Runs.text(it), InputFormat.JSON) == [] }

        and: 'a schema that holds for anything would be worth nothing'
        schema.validate('{"version": 2}', InputFormat.JSON) != []

        where:
        name                  | documents
        'peers'               | [{ PeerList.write(peers(), it) }, { PeerList.write([], it) }]
        'topology'            | [{ TopologyJson.write(Runs.snapshots()[0], it) },
                                 { TopologyJson.write(Runs.nasty().snapshots()[0], it) }]
        'topology-difference' | [{ DifferenceJson.write(difference(Runs.topology()), it) },
                                 { DifferenceJson.write(difference(nasty()), it) }]
        'perfetto'            | [{ ChromeTrace.write(Traces.small(), new PeerBook([]), it) },
                                 { ChromeTrace.write(Traces.nasty(), new PeerBook([]), it) }]
    }

    private static List<PeerList.Entry> peers() {
        [new PeerList.Entry('p1', 0, 'p', '', 'kademlia', 'ab'),
         new PeerList.Entry(Runs.NASTY, 70_000, Runs.NASTY, Runs.NASTY, Runs.NASTY, '')]
    }

    private static Topology nasty() {
        Runs.nasty().snapshots()[0].topology()
    }

    private static TopologyDifference difference(Topology later) {
        TopologyDifference.between(new Topology(Runs.seconds(0), [], [], []), later)
    }
}
