package peerlab.reports.export.graph

import javax.imageio.ImageIO

import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import org.jgrapht.graph.DefaultEdge
import org.jgrapht.graph.DirectedPseudograph
import org.jgrapht.nio.dot.DOTImporter
import org.jgrapht.util.SupplierUtil
import peerlab.engine.RunResult.NamedTopology
import peerlab.engine.base.PeerId
import peerlab.engine.observe.Topology
import peerlab.engine.observe.TopologyDifference
import peerlab.reports.Runs
import peerlab.reports.Traces
import peerlab.reports.export.drawing.Canvas
import peerlab.reports.export.drawing.PngCanvas
import peerlab.reports.export.drawing.SvgCanvas
import spock.lang.Specification

class PicturesSpec extends Specification {

    def "a snapshot as a picture has a circle for each peer and a line for each edge"() {
        when:
        def picture = new XmlSlurper().parseText(svg { TopologyPicture.draw(Runs.snapshots()[0], it) })

        then: 'who is down is hollow with a dashed rim'
        picture.circle.size() == 3
        picture.circle.count { it.@fill == '#ffffff' && it.@'stroke-dasharray'.text() } == 1
        picture.polyline.size() == 2
        picture.text*.text().containsAll(['p1', 'p2', 'cache1', 'after the crash, 50 s: 3 peers, 2 edges'])
    }

    def "the same picture is the same bytes as SVG, and an image of twice the size as PNG"() {
        given:
        def png = Traces.bytes { out ->
            def canvas = new PngCanvas(TopologyPicture.WIDTH, TopologyPicture.HEIGHT)
            TopologyPicture.draw(Runs.snapshots()[0], canvas)
            canvas.writeTo(out)
        }

        when:
        def image = ImageIO.read(new ByteArrayInputStream(png))

        then: 'with something on it'
        [image.width, image.height] == [2 * TopologyPicture.WIDTH, 2 * TopologyPicture.HEIGHT]
        (0..<image.width).any { x -> (0..<image.height).any { image.getRGB(x, it) != -1 } }
        svg { TopologyPicture.draw(Runs.snapshots()[0], it) } == svg { TopologyPicture.draw(
                Runs.snapshots()[0], it) }
    }

    def "peers stand by their ids on a ring, by forces where they know each other, else in their order"() {
        given:
        def ids = (0..3).collect { new Topology.Node(PeerId.of(it), it < 3, '', 'p',
                it < 3 ? [id: (it * 4 as String) + '0' * 39] : [:]) }
        def many = (0..400).collect { new Topology.Node(PeerId.of(it), true, '', 'p', [:]) }
        def few = many.take(4)
        def edges = [[0, 1], [1, 2], [2, 3]].collect { a, b -> new Topology.Edge(
                PeerId.of(a), PeerId.of(b), 'knows') }

        when:
        def ring = Layout.of(topology(ids, []))
        def order = Layout.of(topology(many, []))
        def crowd = Layout.of(topology(many, (0..<400).collect { new Topology.Edge(
                PeerId.of(it), PeerId.of(it + 1), 'knows') }))
        def forces = Layout.of(topology(few, edges))

        then: 'a quarter of the ring for a quarter of the ids, who is down within it'
        near(ring[PeerId.of(0)], 0.5, 0)
        near(ring[PeerId.of(1)], 1, 0.5)
        near(ring[PeerId.of(2)], 0.5, 1)
        Math.hypot(ring[PeerId.of(3)].x() - 0.5, ring[PeerId.of(3)].y() - 0.5) < 0.2
        near(order[PeerId.of(0)], 0.5, 0)
        order.size() == 401
        crowd.size() == 401
        distance(crowd, 0, 400) > distance(crowd, 0, 1)

        and: 'the ends of a chain are further from each other than its middle, each time'
        distance(forces, 0, 3) > distance(forces, 1, 2)
        forces == Layout.of(topology(few, edges))
        (forces.values()*.x() + forces.values()*.y()).every { it > -1e-6 && it < 1 + 1e-6 }
    }

    def "of very many edges every so many-th is drawn, and the title says so"() {
        given:
        def nodes = (0..<200).collect { new Topology.Node(PeerId.of(it), true, '', 'p', [:]) }
        def edges = (0..<200).collectMany { a -> (0..<200).collect { b -> new Topology.Edge(
                PeerId.of(a), PeerId.of(b), 'knows') } }

        when:
        def picture = new XmlSlurper().parseText(svg {
            TopologyPicture.draw(new NamedTopology('at 1 s', topology(nodes, edges)), it)
        })

        then:
        picture.polyline.size() == 8000
        picture.text[0].text() == 'at 1 s: 200 peers, 40000 edges, one edge of 5 drawn'
    }

    def "a difference as picture, JSON, DOT and text says who came and went, what was gained and lost"() {
        given:
        def (before, after) = [topology([node(0, true), node(1, true), node(2, false)],
                [edge(0, 1), edge(1, 0)]), topology([node(0, true), node(1, false), node(2, true)],
                [edge(0, 1), edge(0, 2)])]
        def difference = TopologyDifference.between(before, after)

        when:
        def picture = new XmlSlurper().parseText(svg { TopologyPicture.draw(before, after, difference, it) })
        def json = new JsonSlurper().parseText(Runs.text { DifferenceJson.write(difference, it) })
        def dot = Runs.text { DifferenceDot.write(after, difference, it) }

        then:
        picture.text*.text().contains('from 1 s to 1 s: 1 came, 1 went, 1 edges gained, 1 lost')
        json == [version: 1, from: 1, to: 1, came: ['p3'], went: ['p2'],
                 gained: [[from: 'p1', to: 'p3', kind: 'knows']],
                 lost: [[from: 'p2', to: 'p1', kind: 'knows']], changes: [
                [peer: 'p1', name: 'load', before: 0, after: 1]]]
        imported(dot) == [3, 3]
        Runs.text { TopologyText.write(difference, it) } == '''\
            from 1 s to 1 s
              came 1: p3
              went 1: p2
              edges gained 1: p1 -> p3
              edges lost 1: p2 -> p1
              p1  load: 0 -> 1
            '''.stripIndent()
        Runs.text { TopologyText.write(TopologyDifference.between(after, after), it) } ==
                'from 1 s to 1 s: nothing changed\n'
    }

    def "a topology as text is a line for each peer"() {
        expect:
        Runs.text { TopologyText.write(Runs.snapshots()[0], it) } == '''\
            at 50 s: 3 peers, 2 up, 2 edges, 1 messages on their way
              p1      up    p, leader  knows p2, cache1
              p2      down  p
              cache1  up    cache
            '''.stripIndent()
    }

    def "nasty words are words in pictures, DOT and text"() {
        given:
        def nasty = Runs.nasty().snapshots()[0]
        def empty = new Topology(Runs.seconds(0), [], [], [])
        def difference = TopologyDifference.between(empty, nasty.topology())

        when:
        def picture = new XmlSlurper().parseText(svg { TopologyPicture.draw(nasty, it) })
        def dot = Runs.text { DifferenceDot.write(nasty.topology(), difference, it) }

        then:
        picture.text*.text().any { it.contains('a"b\'c\\d<e>&f') }
        imported(dot) == [1, 1]
        [Runs.text { TopologyText.write(nasty, it) }, Runs.text { TopologyText.write(difference, it) }]
                .every { !(it =~ /[\u0000-\u0009\u000b-\u001f\u202e]/) }
        svg { TopologyPicture.draw(new NamedTopology('x', empty), it) }.contains('0 peers')
    }

    private static Topology.Node node(int index, boolean isUp) {
        new Topology.Node(PeerId.of(index), isUp, '', 'p', index == 0 ? [load: counter++ % 2] : [:])
    }

    private static long counter = 0

    private static Topology.Edge edge(int from, int to) {
        new Topology.Edge(PeerId.of(from), PeerId.of(to), 'knows')
    }

    private static Topology topology(List<Topology.Node> nodes, List<Topology.Edge> edges) {
        new Topology(Runs.seconds(1), nodes, edges, [])
    }

    private static boolean near(Layout.Spot spot, double x, double y) {
        Math.abs(spot.x() - x) < 1e-6 && Math.abs(spot.y() - y) < 1e-6
    }

    private static double distance(Map<PeerId, Layout.Spot> spots, int a, int b) {
        Math.hypot(spots[PeerId.of(a)].x() - spots[PeerId.of(b)].x(),
                spots[PeerId.of(a)].y() - spots[PeerId.of(b)].y())
    }

    private static List<Integer> imported(String dot) {
        def graph = new DirectedPseudograph<>(SupplierUtil.createIntegerSupplier(),
                SupplierUtil.DEFAULT_EDGE_SUPPLIER, false)
        new DOTImporter<Integer, DefaultEdge>().importGraph(graph, new StringReader(dot))
        [graph.vertexSet().size(), graph.edgeSet().size()]
    }

    private static String svg(Closure<?> drawing) {
        Canvas canvas = new SvgCanvas(TopologyPicture.WIDTH, TopologyPicture.HEIGHT)
        drawing(canvas)
        Runs.text { canvas.writeTo(it) }
    }
}
