package peerlab.engine.observe

import peerlab.engine.base.PeerId
import peerlab.engine.base.SimTime
import spock.lang.Specification

class TopologyDifferenceSpec extends Specification {

    def "the difference names who came and went, which edges, and what is shown differently"() {
        given: 'p1 to p3, where p2 goes, p3 comes, and p1 becomes leader and learns another peer'
        def before = new Topology(new SimTime(1), [
                node(0, true, 'follower', [term: 1, log: 5]), node(1, true, 'leader', [:]),
                        node(2, false, '', [:])],
                [edge(0, 1), edge(1, 0)], [])
        def after = new Topology(new SimTime(2), [
                node(0, true, 'leader', [term: 2, log: 5]), node(1, false, '', [:]),
                        node(2, true, 'follower', [:])],
                [edge(0, 1), edge(0, 2)], [])

        when:
        def difference = TopologyDifference.between(before, after)

        then:
        difference.from() == new SimTime(1)
        difference.to() == new SimTime(2)
        difference.came()*.name() == ['p3']
        difference.went()*.name() == ['p2']
        difference.gained() == [edge(0, 2)]
        difference.lost() == [edge(1, 0)]
        difference.changes() == [
                new TopologyDifference.Change(PeerId.of(0), 'role', 'follower', 'leader'),
                new TopologyDifference.Change(PeerId.of(0), 'term', 1L, 2L)]
        !difference.empty
    }

    def "a topology differs from itself in nothing"() {
        given:
        def topology = new Topology(new SimTime(1), [node(0, true, 'x', [a: 1, b: [1, 2]])], [edge(0, 0)], [])

        expect:
        TopologyDifference.between(topology, topology).empty
    }

    private static Topology.Node node(int index, boolean isUp, String role, Map values) {
        new Topology.Node(PeerId.of(index), isUp, role, 'p', values)
    }

    private static Topology.Edge edge(int from, int to) {
        new Topology.Edge(PeerId.of(from), PeerId.of(to), 'knows')
    }
}
