package peerlab.reports.export.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;
import peerlab.reports.layout.ForceLayout;
import peerlab.reports.layout.Graph;

/**
 * Where peers stand in a picture, as points of the unit square, the same each time. Peers that have a place
 * among their kind (the id of a hash table) stand on a circle by it; others where forces between those who
 * know each other come to rest; where nobody knows anybody, on a circle in the order of the scenario.
 */
final class Layout {

    private static final double EDGE_OF_CIRCLE = 0.5;
    private static final double INNER_CIRCLE = 0.12;
    /** Of an identifier so many hexadecimal digits decide where it stands. */
    private static final int DIGITS = 12;

    private Layout() {
    }

    /** A place. */
    record Spot(double x, double y) {
    }

    static Map<PeerId, Spot> of(Topology topology) {
        List<Topology.Node> nodes = topology.nodes();
        if (!nodes.isEmpty() && nodes.stream().anyMatch(node -> angle(node) >= 0)) {
            return byIdentity(nodes);
        }
        return topology.edges().isEmpty() ? inOrder(nodes) : byForces(topology);
    }

    /** The share of the circle that an identifier stands for; negative where there is none. */
    private static double angle(Topology.Node node) {
        return node.values().get("id") instanceof String id && id.matches("[0-9a-f]{40}")
                ? Long.parseLong(id.substring(0, DIGITS), 16) / StrictMath.pow(16, DIGITS) : -1;
    }

    /** One who is down shows no identifier: it stands within the circle. */
    private static Map<PeerId, Spot> byIdentity(List<Topology.Node> nodes) {
        Map<PeerId, Spot> spots = new LinkedHashMap<>();
        for (Topology.Node node : nodes) {
            double share = angle(node);
            spots.put(node.id(), share >= 0 ? onCircle(share, EDGE_OF_CIRCLE)
                    : onCircle((double) spots.size() / nodes.size(), INNER_CIRCLE));
        }
        return spots;
    }

    private static Map<PeerId, Spot> inOrder(List<Topology.Node> nodes) {
        Map<PeerId, Spot> spots = new LinkedHashMap<>();
        for (Topology.Node node : nodes) {
            spots.put(node.id(), onCircle((double) spots.size() / nodes.size(), EDGE_OF_CIRCLE));
        }
        return spots;
    }

    private static Spot onCircle(double share, double radius) {
        double angle = 2 * Math.PI * share;
        return new Spot(0.5 + radius * StrictMath.sin(angle), 0.5 - radius * StrictMath.cos(angle));
    }

    private static Map<PeerId, Spot> byForces(Topology topology) {
        Map<PeerId, Integer> numbers = new LinkedHashMap<>();
        topology.nodes().forEach(node -> numbers.put(node.id(), numbers.size()));
        List<int[]> pairs = topology.edges().stream()
                .filter(edge -> numbers.containsKey(edge.from()) && numbers.containsKey(edge.to()))
                .map(edge -> pair(numbers.get(edge.from()), numbers.get(edge.to())))
                .filter(pair -> pair.get(0) < pair.get(1)).distinct()
                .map(pair -> new int[] {pair.get(0), pair.get(1)}).toList();
        double[][] places = ForceLayout.of(new Graph(numbers.size(),
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray()));
        Map<PeerId, Spot> spots = new LinkedHashMap<>();
        numbers.forEach((peer, number) -> spots.put(peer, new Spot(places[0][number], places[1][number])));
        return spots;
    }

    /** An edge, whatever its direction. */
    private static List<Integer> pair(int a, int b) {
        return List.of(Math.min(a, b), Math.max(a, b));
    }
}
