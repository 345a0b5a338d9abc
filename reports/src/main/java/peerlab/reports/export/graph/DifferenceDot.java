package peerlab.reports.export.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.TopologyDifference;
import peerlab.reports.TopologyDot;
import peerlab.reports.export.drawing.Palette;

/** What changed, in the language of Graphviz: what came in green, what went in red, all else faint. */
public final class DifferenceDot {

    private DifferenceDot() {
    }

    public static void write(Topology later, TopologyDifference difference, OutputStream out)
            throws IOException {
        Writer dot = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        Set<PeerId> came = new LinkedHashSet<>(difference.came());
        Set<PeerId> went = new LinkedHashSet<>(difference.went());
        Set<Topology.Edge> gained = new LinkedHashSet<>(difference.gained());
        dot.write("digraph difference {\n  label="
                + TopologyDot.quoted("from " + difference.from() + " to " + difference.to()) + ";\n");
        for (Topology.Node node : later.nodes()) {
            String colour = came.contains(node.id()) ? Palette.GAINED
                    : went.contains(node.id()) ? Palette.LOST : Palette.FAINT;
            dot.write("  n" + node.id().index() + " [label=" + TopologyDot.quoted(node.id().name())
                    + ", color=\"" + colour + "\"" + (went.contains(node.id()) ? ", style=dotted" : "")
                    + "];\n");
        }
        for (Topology.Edge edge : later.edges()) {
            edge(edge, gained.contains(edge) ? Palette.GAINED : Palette.FAINT, "", dot);
        }
        for (Topology.Edge edge : difference.lost()) {
            edge(edge, Palette.LOST, ", style=dashed", dot);
        }
        dot.write("}\n");
        dot.flush();
    }

    private static void edge(Topology.Edge edge, String colour, String style, Writer dot)
            throws IOException {
        dot.write("  n" + edge.from().index() + " -> n" + edge.to().index() + " [color=\"" + colour + "\""
                + style + ", tooltip=" + TopologyDot.quoted(edge.kind()) + "];\n");
    }
}
