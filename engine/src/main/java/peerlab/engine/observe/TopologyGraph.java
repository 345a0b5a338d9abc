package peerlab.engine.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

import peerlab.engine.base.PeerId;

/**
 * Who knows whom, as an undirected simple graph over the peers that are up, and what graph theory says of
 * it.
 *
 * <p>It is kept as arrays, since JGraphT's all-pairs measures take cubic time and its cut points a recursion
 * as deep as the graph; {@link #asGraph} hands it to JGraphT for everything else. Where there is nothing to
 * measure (a mean over no pair) a measure is NaN. Each is computed when it is first asked for.
 */
public final class TopologyGraph {

    private final List<PeerId> peers = new ArrayList<>();
    private final int[] starts;
    private final int[] neighbours;
    private Components components;
    private Distances distances;

    public TopologyGraph(Topology topology) {
        int[] places = places(topology);
        int[] degrees = new int[peers.size() + 1];
        for (Topology.Edge edge : topology.edges()) {
            if (isLink(edge, places)) {
                degrees[places[edge.from().index()]]++;
                degrees[places[edge.to().index()]]++;
            }
        }
        int[] ends = new int[peers.size() + 1];
        for (int i = 1; i <= peers.size(); i++) {
            ends[i] = ends[i - 1] + degrees[i - 1];
        }
        int[] all = new int[ends[peers.size()]];
        int[] next = ends.clone();
        for (Topology.Edge edge : topology.edges()) {
            if (isLink(edge, places)) {
                int from = places[edge.from().index()];
                int to = places[edge.to().index()];
                all[next[from]++] = to;
                all[next[to]++] = from;
            }
        }
        this.starts = new int[peers.size() + 1];
        this.neighbours = withoutRepeats(ends, all);
    }

    /** Where each peer that is up stands in the arrays, by its index in the run; -1 for the others. */
    private int[] places(Topology topology) {
        int last = topology.nodes().stream().mapToInt(node -> node.id().index()).max().orElse(-1);
        int[] places = new int[last + 1];
        Arrays.fill(places, -1);
        for (Topology.Node node : topology.nodes()) {
            if (node.isUp() && places[node.id().index()] < 0) {
                places[node.id().index()] = peers.size();
                peers.add(node.id());
            }
        }
        return places;
    }

    private static boolean isLink(Topology.Edge edge, int[] places) {
        int from = edge.from().index();
        int to = edge.to().index();
        return from != to && from < places.length && to < places.length
                && places[from] >= 0 && places[to] >= 0;
    }

    private int[] withoutRepeats(int[] ends, int[] all) {
        int count = 0;
        for (int peer = 0; peer < peers.size(); peer++) {
            Arrays.sort(all, ends[peer], ends[peer + 1]);
            starts[peer] = count;
            for (int i = ends[peer]; i < ends[peer + 1]; i++) {
                if (i == ends[peer] || all[i] != all[i - 1]) {
                    all[count++] = all[i];
                }
            }
        }
        starts[peers.size()] = count;
        return Arrays.copyOf(all, count);
    }

    /**
     * A measure by the last word of its metric: {@code connected} (1 or 0), {@code components}, {@code
     * diameter}, {@code pathLength}, {@code clustering}, {@code degree}, {@code articulationPoints}.
     */
    public double measure(String name) {
        return switch (name) {
            case "connected" -> isConnected() ? 1 : 0;
            case "components" -> components();
            case "diameter" -> diameter();
            case "pathLength" -> pathLength();
            case "clustering" -> clustering();
            case "degree" -> degree();
            case "articulationPoints" -> articulationPoints().size();
            default -> throw new IllegalArgumentException("a topology has no measure '" + name
                    + "'; it has connected, "
                    + "components, diameter, pathLength, clustering, degree, articulationPoints");
        };
    }

    /** The peers that are up, in the order of the topology. */
    public List<PeerId> peers() {
        return java.util.Collections.unmodifiableList(peers);
    }

    public int links() {
        return neighbours.length / 2;
    }

    /** True where no two peers are cut off from each other: so also for one peer, and for none. */
    public boolean isConnected() {
        return components() <= 1;
    }

    /** The number of parts that do not reach each other; 0 without peers. */
    public int components() {
        return parts().count();
    }

    /**
     * The longest of the shortest paths in the largest part; 0 for one peer, NaN for none. In a part of more
     * than 2,048 peers the longest that begins at one of 2,048 of them.
     */
    public double diameter() {
        return peers.isEmpty() ? Double.NaN : distances().longest();
    }

    /**
     * The mean of the shortest paths in the largest part, estimated from 2,048 peers in a larger one; NaN
     * without a pair.
     */
    public double pathLength() {
        return peers.isEmpty() ? Double.NaN : distances().mean();
    }

    /** The mean number of neighbours; NaN without peers. */
    public double degree() {
        return peers.isEmpty() ? Double.NaN : (double) neighbours.length / peers.size();
    }

    /**
     * The global clustering coefficient: of all pairs of neighbours of one peer, the share that are
     * neighbours of each other (Newman, Networks, section 7.9); NaN where nobody has two neighbours.
     */
    public double clustering() {
        long pairs = 0;
        long triangles = 0;
        boolean[] isMarked = new boolean[peers.size()];
        for (int peer = 0; peer < peers.size(); peer++) {
            long degree = starts[peer + 1] - starts[peer];
            pairs += degree * (degree - 1) / 2;
            markAbove(peer, isMarked, true);
            for (int i = starts[peer + 1] - 1; i >= starts[peer] && neighbours[i] > peer; i--) {
                triangles += countAbove(neighbours[i], isMarked);
            }
            markAbove(peer, isMarked, false);
        }
        return pairs == 0 ? Double.NaN : 3.0 * triangles / pairs;
    }

    private void markAbove(int peer, boolean[] marks, boolean value) {
        for (int i = starts[peer + 1] - 1; i >= starts[peer] && neighbours[i] > peer; i--) {
            marks[neighbours[i]] = value;
        }
    }

    private int countAbove(int peer, boolean[] marks) {
        int count = 0;
        for (int i = starts[peer + 1] - 1; i >= starts[peer] && neighbours[i] > peer; i--) {
            count += marks[neighbours[i]] ? 1 : 0;
        }
        return count;
    }

    /** The peers whose loss would split a part of the network. */
    public List<PeerId> articulationPoints() {
        boolean[] cuts = new CutPoints(starts, neighbours).find();
        List<PeerId> found = new ArrayList<>();
        for (int peer = 0; peer < cuts.length; peer++) {
            if (cuts[peer]) {
                found.add(peers.get(peer));
            }
        }
        return found;
    }

    /** A copy for JGraphT's algorithms and exporters. */
    public Graph<PeerId, DefaultEdge> asGraph() {
        Graph<PeerId, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        peers.forEach(graph::addVertex);
        for (int peer = 0; peer < peers.size(); peer++) {
            for (int i = starts[peer]; i < starts[peer + 1]; i++) {
                if (neighbours[i] > peer) {
                    graph.addEdge(peers.get(peer), peers.get(neighbours[i]));
                }
            }
        }
        return graph;
    }

    private Components parts() {
        if (components == null) {
            components = Components.of(starts, neighbours);
        }
        return components;
    }

    private Distances distances() {
        if (distances == null) {
            distances = Distances.within(parts().largest(), starts, neighbours);
        }
        return distances;
    }
}
