package peerlab.reports.export.graph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.TopologyDifference;
import peerlab.reports.export.drawing.Canvas;
import peerlab.reports.export.drawing.Canvas.Anchor;
import peerlab.reports.export.drawing.Canvas.Stroke;
import peerlab.reports.export.drawing.Palette;

/** A snapshot on paper, or what changed between two: peers by group, who is down with a dashed rim. */
public final class TopologyPicture {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 760;

    /** Of more edges only every so many-th is drawn, so that one can see something. */
    private static final int MOST_EDGES = 8_000;
    private static final int MOST_NAMES = 80;
    private static final double MARGIN = 30;
    private static final double TOP = 50;
    private static final double SIDE = 660;

    private final Canvas canvas;
    private final Map<PeerId, Layout.Spot> spots;
    private final Map<String, String> colours = new LinkedHashMap<>();

    private TopologyPicture(Topology topology, Map<PeerId, Layout.Spot> spots, Canvas canvas) {
        this.canvas = canvas;
        this.spots = spots;
        topology.nodes().stream().filter(Topology.Node::isUp).forEach(node -> colours
                .computeIfAbsent(kind(node), kind -> Palette.of(colours.size())));
    }

    public static void draw(NamedTopology snapshot, Canvas canvas) {
        Topology topology = snapshot.topology();
        TopologyPicture picture = new TopologyPicture(topology, Layout.of(topology), canvas);
        int every = Math.max(1, (topology.edges().size() + MOST_EDGES - 1) / MOST_EDGES);
        String thinned = every == 1 ? "" : ", one edge of " + every + " drawn";
        picture.title(snapshot.name() + (snapshot.name().equals("at " + topology.time()) ? ""
                : ", " + topology.time()) + ": " + topology.nodes().size() + " peers, "
                + topology.edges().size() + " edges" + thinned);
        for (int i = 0; i < topology.edges().size(); i += every) {
            picture.edge(topology.edges().get(i), Stroke.of(Palette.FAINT, 0.6));
        }
        topology.nodes().forEach(node -> picture.node(node,
                picture.colours.getOrDefault(kind(node), Palette.FAINT),
                node.isUp() ? Stroke.of("#ffffff", 1) : new Stroke(Palette.INK, 1, true)));
        picture.legend();
    }

    /** What changed from one topology to another. */
    public static void draw(Topology earlier, Topology later, TopologyDifference difference, Canvas canvas) {
        TopologyPicture picture = new TopologyPicture(later, Layout.of(both(earlier, later)), canvas);
        picture.title("from " + difference.from() + " to " + difference.to() + ": "
                + difference.came().size() + " came, " + difference.went().size() + " went, "
                + difference.gained().size() + " edges gained, " + difference.lost().size() + " lost");
        thinned(difference.lost()).forEach(edge -> picture.edge(edge, new Stroke(Palette.LOST, 0.9, true)));
        thinned(difference.gained()).forEach(edge -> picture.edge(edge, Stroke.of(Palette.GAINED, 0.9)));
        Set<PeerId> came = new LinkedHashSet<>(difference.came());
        Set<PeerId> went = new LinkedHashSet<>(difference.went());
        for (Topology.Node node : later.nodes()) {
            boolean hasGone = went.contains(node.id());
            String colour = came.contains(node.id()) ? Palette.GAINED : Palette.FAINT;
            picture.node(node, colour, hasGone ? new Stroke(Palette.LOST, 1.5, true)
                    : node.isUp() ? Stroke.of("#ffffff", 1) : new Stroke(Palette.INK, 1, true));
        }
    }

    /** Who is down at one time shows at the other where it stands. */
    private static Topology both(Topology earlier, Topology later) {
        Map<PeerId, Topology.Node> nodes = new LinkedHashMap<>();
        later.nodes().forEach(node -> nodes.put(node.id(), node));
        earlier.nodes().forEach(node -> nodes.merge(node.id(), node,
                (after, before) -> after.isUp() ? after : before));
        return new Topology(later.time(), List.copyOf(nodes.values()), later.edges(), List.of());
    }

    private static List<Topology.Edge> thinned(List<Topology.Edge> edges) {
        int every = Math.max(1, (edges.size() + MOST_EDGES - 1) / MOST_EDGES);
        return java.util.stream.IntStream.range(0, edges.size()).filter(i -> i % every == 0)
                .mapToObj(edges::get).toList();
    }

    private static String kind(Topology.Node node) {
        return node.role().isEmpty() || node.role().equals(node.group()) ? node.group()
                : node.group() + ", " + node.role();
    }

    private void title(String text) {
        canvas.text(MARGIN, 24, 14, Anchor.START, Palette.INK, text);
    }

    private void edge(Topology.Edge edge, Stroke stroke) {
        Layout.Spot from = spots.get(edge.from());
        Layout.Spot to = spots.get(edge.to());
        if (from != null && to != null) {
            canvas.line(x(from), y(from), x(to), y(to), stroke);
        }
    }

    private void node(Topology.Node node, String colour, Stroke rim) {
        Layout.Spot spot = spots.get(node.id());
        double radius = spots.size() <= MOST_NAMES ? 7 : spots.size() <= 500 ? 4 : 2;
        canvas.circle(x(spot), y(spot), radius, node.isUp() ? colour : "#ffffff", rim);
        if (spots.size() <= MOST_NAMES) {
            canvas.text(x(spot), y(spot) - 9, 9, Anchor.MIDDLE, Palette.INK, node.id().name());
        }
    }

    private void legend() {
        double x = MARGIN;
        for (Map.Entry<String, String> colour : colours.entrySet()) {
            canvas.box(x, HEIGHT - 20, 10, 10, colour.getValue());
            canvas.text(x + 14, HEIGHT - 11, 11, Anchor.START, Palette.INK, colour.getKey());
            x += 32 + 7 * colour.getKey().length();
        }
    }

    private static double x(Layout.Spot spot) {
        return MARGIN + spot.x() * SIDE;
    }

    private static double y(Layout.Spot spot) {
        return TOP + spot.y() * SIDE;
    }
}
