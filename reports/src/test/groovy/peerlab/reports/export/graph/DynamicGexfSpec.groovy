package peerlab.reports.export.graph

import javax.xml.XMLConstants
import javax.xml.transform.stream.StreamSource
import javax.xml.validation.SchemaFactory

import groovy.xml.XmlSlurper
import peerlab.engine.base.PeerId
import peerlab.engine.observe.Topology
import peerlab.reports.Runs
import spock.lang.Shared
import spock.lang.Specification

class DynamicGexfSpec extends Specification {

    static final PeerId P1 = PeerId.of(0)
    static final PeerId P2 = PeerId.of(1)
    static final PeerId P3 = PeerId.of(2)

    @Shared
    def schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(DynamicGexfSpec.getResource('/gexf-1.3/gexf.xsd'))

    def "what a snapshot shows holds until the next one, that of the last until the end"() {
        when:
        def gexf = read([
                topology(0, [P1, P2], [[P1, P2]]),
                topology(10, [P1], [[P1, P2]]),
                topology(20, [P1, P2], [[P1, P2], [P2, P1]])], 30)

        then: 'p2 was away in between, and so was what led to it'
        gexf.graph.@start == '0'
        gexf.graph.@end == '30'
        spells(gexf.graph.nodes.node.find { it.@label == 'p1' }) == [['0', '30']]
        spells(gexf.graph.nodes.node.find { it.@label == 'p2' }) == [['0', '10'], ['20', '30']]
        spells(gexf.graph.edges.edge[0]) == [['0', '10'], ['20', '30']]
        spells(gexf.graph.edges.edge[1]) == [['20', '30']]

        and: 'one that was never up has no time but the last instant'
        spells(gexf.graph.nodes.node.find { it.@label == 'p3' }) == [['30', '30']]
    }

    def "roles change over time, groups do not"() {
        when:
        def gexf = read([topology(0, [P1], [], 'leader'), topology(5, [P1], [], 'follower')], 9)
        def values = gexf.graph.nodes.node[0].attvalues.attvalue

        then:
        values.collect { [it.@for.text(), it.@value.text(), it.@start.text(), it.@end.text()] } ==
                [['group', 'p', '', ''], ['role', 'leader', '0', '5'], ['role', 'follower', '5', '9']]
    }

    def "no snapshot, two of one instant, and nasty words are documents too"() {
        expect:
        read([], 5).graph.nodes.node.size() == 0
        spells(read([topology(3, [P1], []), topology(3, [P1], [])], 3).graph.nodes.node[0]) == [['3', '3']]
        read([Runs.nasty().snapshots()[0].topology()], 9).graph.nodes.node[0].@label.text()
                .startsWith('a"b\'c\\d<e>&f')
    }

    private static List spells(node) {
        node.spells.spell.collect { [it.@start.text(), it.@end.text()] }
    }

    private static Topology topology(int seconds, List<PeerId> up, List<List<PeerId>> edges,
            String role = '') {
        new Topology(Runs.seconds(seconds),
                [P1, P2, P3].collect { new Topology.Node(it, it in up, role, 'p', [:]) },
                edges.collect { new Topology.Edge(it[0], it[1], 'knows') }, [])
    }

    /** The document, once the schema of GEXF has had nothing against it. */
    private read(List<Topology> snapshots, double seconds) {
        def text = Runs.text { DynamicGexf.write(snapshots, seconds, it) }
        schema.newValidator().validate(new StreamSource(new StringReader(text)))
        new XmlSlurper().parseText(text)
    }
}
