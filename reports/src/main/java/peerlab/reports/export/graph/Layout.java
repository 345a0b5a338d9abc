package peerlab.reports.export.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jgrapht.Graph;
import org.jgrapht.alg.drawing.FRLayoutAlgorithm2D;
import org.jgrapht.alg.drawing.model.Box2D;
import org.jgrapht.alg.drawing.model.MapLayoutModel2D;
import org.jgrapht.alg.drawing.model.Point2D;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;

/**
 * Where peers stand in a picture, as points of the unit square, the same each time. Peers that have a place
 * among their kind (the id of a hash table) stand on a circle by it; some hundred others where forces between
 * them come to rest; more on a circle in the order of the scenario.
 */
final class Layout {

    private static final int MOST_FOR_FORCES = 300;
    private static final int ITERATIONS = 150;
    private static final double REPULSION = 0.5;
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
        return nodes.size() > 2 && nodes.size() <= MOST_FOR_FORCES && !topology.edges().isEmpty()
                ? byForces(topology) : inOrder(nodes);
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
        Graph<PeerId, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        topology.nodes().forEach(node -> graph.addVertex(node.id()));
        for (Topology.Edge edge : topology.edges()) {
            if (!edge.from().equals(edge.to()) && graph.containsVertex(edge.from())
                    && graph.containsVertex(edge.to())) {
                graph.addEdge(edge.from(), edge.to());
            }
        }
        MapLayoutModel2D<PeerId> model = new MapLayoutModel2D<>(Box2D.of(1, 1));
        new FRLayoutAlgorithm2D<PeerId, DefaultEdge>(ITERATIONS, REPULSION, new Random(1))
                .layout(graph, model);
        return stretched(topology, model);
    }

    /** Over the whole square: where forces come to rest need not be at its edges. */
    private static Map<PeerId, Spot> stretched(Topology topology, MapLayoutModel2D<PeerId> model) {
        double left = 1;
        double right = 0;
        double top = 1;
        double bottom = 0;
        for (Topology.Node node : topology.nodes()) {
            Point2D point = model.get(node.id());
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        double size = Math.max(1e-9, Math.max(right - left, bottom - top));
        Map<PeerId, Spot> spots = new LinkedHashMap<>();
        for (Topology.Node node : topology.nodes()) {
            Point2D point = model.get(node.id());
            spots.put(node.id(), new Spot(0.5 + (point.getX() - (left + right) / 2) / size,
                    0.5 + (point.getY() - (top + bottom) / 2) / size));
        }
        return spots;
    }
}
