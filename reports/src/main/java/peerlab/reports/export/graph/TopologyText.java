package peerlab.reports.export.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.TopologyDifference;
import peerlab.reports.console.Visible;

/** Who knows whom as lines for people: a line a peer; and what changed. */
public final class TopologyText {

    private static final int MOST_NAMES = 12;

    private final Writer out;

    private TopologyText(Writer out) {
        this.out = out;
    }

    public static void write(NamedTopology seen, OutputStream to) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        new TopologyText(writer).topology(seen.topology());
        writer.flush();
    }

    public static void write(TopologyDifference difference, OutputStream to) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        new TopologyText(writer).difference(difference);
        writer.flush();
    }

    private void topology(Topology topology) throws IOException {
        long up = topology.nodes().stream().filter(Topology.Node::isUp).count();
        line("at " + topology.time() + ": " + topology.nodes().size() + " peers, " + up + " up, "
                + topology.edges().size() + " edges, " + topology.transfers().size()
                + " messages on their way");
        Map<PeerId, List<String>> known = new LinkedHashMap<>();
        topology.edges().forEach(edge -> known.computeIfAbsent(edge.from(), id -> new ArrayList<>())
                .add(edge.to().name()));
        int width = topology.nodes().stream().mapToInt(node -> Visible.of(node.id().name()).length()).max()
                .orElse(0);
        for (Topology.Node node : topology.nodes()) {
            String role = node.role().isEmpty() || node.role().equals(node.group()) ? ""
                    : ", " + node.role();
            line("  " + padded(Visible.of(node.id().name()), width) + "  " + (node.isUp() ? "up  " : "down")
                    + "  " + node.group() + role
                    + (node.region().isEmpty() ? "" : ", in " + node.region())
                    + names("  knows ", known.getOrDefault(node.id(), List.of())));
        }
    }

    private void difference(TopologyDifference difference) throws IOException {
        line("from " + difference.from() + " to " + difference.to()
                + (difference.isEmpty() ? ": nothing changed" : ""));
        peers("came", difference.came());
        peers("went", difference.went());
        edges("gained", difference.gained());
        edges("lost", difference.lost());
        for (TopologyDifference.Change change : difference.changes()) {
            line("  " + change.peer().name() + "  " + change.name() + ": " + change.before() + " -> "
                    + change.after());
        }
    }

    private void peers(String what, List<PeerId> peers) throws IOException {
        if (!peers.isEmpty()) {
            line("  " + what + " " + peers.size()
                    + names(": ", peers.stream().map(PeerId::name).toList()));
        }
    }

    private void edges(String what, List<Topology.Edge> edges) throws IOException {
        if (!edges.isEmpty()) {
            line("  edges " + what + " " + edges.size() + names(": ", edges.stream()
                    .map(edge -> edge.from().name() + " -> " + edge.to().name()).toList()));
        }
    }

    private static String names(String before, List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        int more = names.size() - MOST_NAMES;
        return names.isEmpty() ? "" : before + first + (more > 0 ? " and " + more + " more" : "");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void line(String text) throws IOException {
        out.write(Visible.of(text) + "\n");
    }
}
