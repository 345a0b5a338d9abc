package peerlab.reports

import javax.xml.parsers.DocumentBuilderFactory

import org.jgrapht.Graph
import org.jgrapht.graph.DefaultEdge
import org.jgrapht.graph.DirectedPseudograph
import org.jgrapht.nio.dot.DOTImporter
import org.jgrapht.nio.graphml.GraphMLImporter
import org.jgrapht.util.SupplierUtil
import peerlab.engine.RunResult.NamedTopology
import peerlab.engine.observe.Topology
import spock.lang.Specification

class TopologyFormatsSpec extends Specification {

    def "a snapshot as GraphML is what JGraphT reads back"() {
        given:
        def text = Runs.text { TopologyGraphml.write(Runs.snapshots()[0], it) }
        def labels = [:]
        def graph = graph()
        def importer = new GraphMLImporter<Integer, DefaultEdge>()
        importer.addVertexAttributeConsumer { vertex,
                value -> labels[vertex.second + '.' + vertex.first] = value.value }

        when: 'JGraphT checks it against the schema of GraphML as well'
        importer.importGraph(graph, new StringReader(text))

        then:
        text == Golden.of('topology.graphml', text)
        graph.vertexSet().size() == 3
        graph.edgeSet().size() == 2
        labels.findAll { it.key.startsWith('label') }.values() as List == ['p1', 'p2', 'cache1']
        labels.findAll { it.key.startsWith('up') }.values() as List == ['true', 'false', 'true']
        labels.findAll { it.key.startsWith('term') }.values() as List == ['3']
    }

    def "a snapshot as DOT is what JGraphT reads back"() {
        given:
        def text = Runs.text { TopologyDot.write(Runs.snapshots()[0], it) }
        def graph = graph()
        def importer = new DOTImporter<Integer, DefaultEdge>()
        def labels = []
        importer.addVertexAttributeConsumer { vertex, value ->
            if (vertex.second == 'label') {
                labels << value.value
            }
        }

        when:
        importer.importGraph(graph, new StringReader(text))

        then:
        text == Golden.of('topology.dot', text)
        graph.vertexSet().size() == 3
        graph.edgeSet().size() == 2
        labels == ['p1', 'p2', 'cache1']
    }

    def "nasty words are data in GraphML; only what XML cannot write is replaced"() {
        given:
        def text = Runs.text { TopologyGraphml.write(Runs.nasty().snapshots()[0], it) }
        def word = Runs.NASTY.replaceAll(/[\u0000\u0007\u001b]/, '\ufffd')

        when: 'the XML parser of the JDK reads it'
        def document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes('UTF-8')))
        def data = document.getElementsByTagName('data')
        def found = (0..<data.length)
                .collectEntries { [data.item(it).getAttribute('key'), data.item(it).textContent] }

        then:
        found.name == word
        found.role == word
        found.label == word + '1'
        found.value0 == word
        found.kind == word
        (0..<document.getElementsByTagName('key').length).any {
            document.getElementsByTagName('key').item(it).getAttribute('attr.name') == word
        }
    }

    def "nasty words are labels in DOT, and nothing else"() {
        given:
        def text = Runs.text { TopologyDot.write(Runs.nasty().snapshots()[0], it) }
        def graph = graph()
        def roles = []
        def importer = new DOTImporter<Integer, DefaultEdge>()
        importer.addVertexAttributeConsumer { vertex, value ->
            if (vertex.second == 'tooltip') {
                roles << value.value
            }
        }

        when:
        importer.importGraph(graph, new StringReader(text))

        then: 'one peer that knows itself'
        graph.vertexSet().size() == 1
        graph.edgeSet().size() == 1
        roles.size() == 1
        roles[0].startsWith('a"b\'c')
        roles[0].endsWith('é 😀')

        and: 'no control character'
        text.count('\n') == 5
        !(text =~ /[\u0000-\u0009\u000b-\u001f]/)
    }

    def "nobody makes a whole document too"() {
        given:
        def nobody = new NamedTopology('x', new Topology(Runs.seconds(0), [], [], []))
        def graphs = [graph(), graph()]

        when:
        new GraphMLImporter<Integer, DefaultEdge>()
                .importGraph(graphs[0], new StringReader(Runs.text { TopologyGraphml.write(nobody, it) }))
        new DOTImporter<Integer, DefaultEdge>()
                .importGraph(graphs[1], new StringReader(Runs.text { TopologyDot.write(nobody, it) }))

        then:
        graphs.every { it.vertexSet().empty }
    }

    private static Graph<Integer, DefaultEdge> graph() {
        new DirectedPseudograph<>(SupplierUtil.createIntegerSupplier(), SupplierUtil.DEFAULT_EDGE_SUPPLIER,
                false)
    }
}
