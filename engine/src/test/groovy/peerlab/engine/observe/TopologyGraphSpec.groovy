package peerlab.engine.observe

import org.jgrapht.GraphMetrics
import org.jgrapht.alg.connectivity.BiconnectivityInspector
import org.jgrapht.alg.connectivity.ConnectivityInspector
import org.jgrapht.alg.shortestpath.BFSShortestPath
import peerlab.engine.base.PeerId
import peerlab.engine.base.RandomSource
import peerlab.engine.base.SimTime
import spock.lang.Specification

class TopologyGraphSpec extends Specification {

    def "a network without peers has defined measures"() {
        given: 'one peer, and it is down'
        def graph = new TopologyGraph(topology(1, [], [0]))

        expect: 'nobody is cut off from anybody; what would be a mean over nobody has no value'
        graph.connected
        graph.components() == 0
        graph.articulationPoints() == []
        [graph.diameter(), graph.pathLength(), graph.degree(), graph.clustering()].every { Double.isNaN(it) }
    }

    def "a network of one peer has defined measures"() {
        given:
        def graph = new TopologyGraph(topology(1, []))

        expect: 'one part of no extent; no pair to average over'
        graph.connected
        graph.components() == 1
        graph.diameter() == 0
        graph.degree() == 0
        graph.articulationPoints() == []
        Double.isNaN(graph.pathLength())
        Double.isNaN(graph.clustering())
    }

    def "textbook graphs have their textbook measures: #name"() {
        given:
        def graph = new TopologyGraph(topology(peers, links))

        expect:
        graph.measure('connected') == 1
        graph.measure('diameter') == diameter
        Math.abs(graph.measure('pathLength') - pathLength) < 1e-12
        Math.abs(graph.measure('degree') - degree) < 1e-12
        Math.abs(graph.measure('clustering') - clustering) < 1e-12
        graph.measure('articulationPoints') == cuts

        where: 'a path of n has mean distance (n+1)/3, a ring of even n has n^2/4/(n-1), a star 2-2/n'
        name             | peers | links                                        || diameter | pathLength | degree | clustering | cuts
        'path of 5'      | 5     | (0..3).collect { [it, it + 1] }              || 4        | 2          | 1.6    | 0          | 3
        'ring of 6'      | 6     | (0..5).collect { [it, (it + 1) % 6] }        || 3        | 1.8        | 2      | 0          | 0
        'star of 5'      | 5     | (1..4).collect { [0, it] }                   || 2        | 1.6        | 1.6    | 0          | 1
        'complete on 4'  | 4     | [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] || 1    | 1          | 3      | 1          | 0
        'two triangles'  | 5     | [[0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 2]] || 2    | 1.4        | 2.4    | 0.6        | 1
    }

    def "a link counts once whichever way it is known, and not to oneself, one who is down, or a stranger"() {
        given: 'p1 and p2 know each other twice over; p3 is down; p9 is nobody'
        def graph = new TopologyGraph(topology(3, [[0, 1], [1, 0], [0, 1], [1, 1], [0, 2], [1, 8]], [2]))

        expect:
        graph.links() == 1
        graph.degree() == 1
        graph.peers()*.name() == ['p1', 'p2']
    }

    def "diameter and path length are those of the largest part"() {
        given: 'a path of three, a pair and one alone'
        def graph = new TopologyGraph(topology(6, [[0, 1], [2, 3], [3, 4]]))

        expect:
        !graph.connected
        graph.components() == 3
        graph.diameter() == 2
        Math.abs(graph.pathLength() - 4 / 3d) < 1e-12
    }

    def "JGraphT finds the same in random graphs (seed #seed)"() {
        given: 'a sparse graph of a few parts, larger than one batch of searches'
        def random = new RandomSource(seed)
        def drawn = (1..links).collect { [random.nextInt(peers), random.nextInt(peers)] }
        def graph = new TopologyGraph(topology(peers, drawn))

        when: 'JGraphT judges the same graph'
        def oracle = graph.asGraph()
        def parts = new ConnectivityInspector<>(oracle).connectedSets()
        def largest = parts.max { it.size() }
        def lengths = largest.collectMany { source ->
            def paths = new BFSShortestPath<>(oracle).getPaths(source)
            largest.findAll { it != source }.collect { paths.getWeight(it) }
        }

        then:
        graph.components() == parts.size()
        graph.diameter() == lengths.max()
        Math.abs(graph.pathLength() - lengths.sum() / lengths.size()) < 1e-9
        graph.articulationPoints() as Set == new BiconnectivityInspector<>(oracle).cutpoints
        graph.links() == oracle.edgeSet().size()

        and: 'three for each triangle among the paths of two links'
        def paths = oracle.vertexSet().sum { oracle.degreeOf(it) * (oracle.degreeOf(it) - 1) / 2 }
        Math.abs(graph.clustering() - 3d * GraphMetrics.getNumberOfTriangles(oracle) / paths) < 1e-12

        where:
        seed | peers | links
        1    | 150   | 160
        2    | 150   | 260
        3    | 90    | 800
        4    | 200   | 199
    }

    def "in a large network paths are searched from a part of the peers, which is close to all"() {
        given: 'a ring of 6,000: every peer sees the same, so a part of them sees all there is'
        def graph = new TopologyGraph(topology(6_000, (0..5_999).collect { [it, (it + 1) % 6_000] }))

        expect: 'what holds of a ring of even n: n/2 and n^2/4/(n-1)'
        graph.diameter() == 3_000
        Math.abs(graph.pathLength() - 9_000_000 / 5_999d) < 1e-9
    }

    def "a chain of 50,000 peers does not exhaust the stack"() {
        given:
        def graph = new TopologyGraph(topology(50_000, (0..49_998).collect { [it, it + 1] }))

        expect: 'all but its ends are cut points'
        graph.articulationPoints().size() == 49_998
        graph.components() == 1
    }

    def "an unknown measure is refused with those that exist"() {
        when:
        new TopologyGraph(topology(1, [])).measure('girth')

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message.contains("'girth'")
        refusal.message.contains('pathLength')
    }

    static Topology topology(int peers, List<List<Integer>> links, List<Integer> down = []) {
        new Topology(SimTime.ZERO,
                (0..<peers).collect { new Topology.Node(PeerId.of(it), !(it in down), '', 'p', [:]) },
                links.collect { new Topology.Edge(PeerId.of(it[0]), PeerId.of(it[1]), 'knows') }, [])
    }
}
