package peerlab.engine.observe;

import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;

/** Who is there and who knows whom, at one instant: plain data. */
public record Topology(SimTime time, List<Node> nodes, List<Edge> edges, List<Transfer> transfers) {

    public Topology {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        transfers = List.copyOf(transfers);
    }

    /** The same, as of another instant up to which nothing changed. */
    public Topology at(SimTime instant) {
        return new Topology(instant, nodes, edges, transfers);
    }

    /**
     * A peer, with what its protocol shows.
     *
     * @param region where it lives; empty where the scenario has no regions
     */
    public record Node(
            PeerId id, boolean isUp, String role, String group, String region, Map<String, Object> values) {

        /** A peer of a scenario without regions. */
        public Node(PeerId id, boolean isUp, String role, String group, Map<String, Object> values) {
            this(id, isUp, role, group, "", values);
        }
    }

    /** One peer knows another. */
    public record Edge(PeerId from, PeerId to, String kind) {
    }

    /** Something on its way. */
    public record Transfer(PeerId from, PeerId to, String type, SimTime sent, SimTime due) {
    }
}
