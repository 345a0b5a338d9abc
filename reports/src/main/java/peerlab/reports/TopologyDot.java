package peerlab.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;

/**
 * A snapshot in the language of Graphviz: {@code topology/*.dot}. Who is down is drawn with a dotted line.
 */
public final class TopologyDot {

    private TopologyDot() {
    }

    public static void write(NamedTopology snapshot, OutputStream out) throws IOException {
        Writer dot = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Topology topology = snapshot.topology();
        dot.write("digraph topology {\n");
        dot.write("  label=" + quoted(snapshot.name() + ", " + topology.time()) + ";\n");
        for (Topology.Node node : topology.nodes()) {
            dot.write("  " + id(node.id()) + " [label=" + quoted(node.id().name())
                    + ", group=" + quoted(node.group())
                    + (node.region().isEmpty() ? "" : ", region=" + quoted(node.region()))
                    + (node.role().isEmpty() ? "" : ", tooltip=" + quoted(node.role()))
                    + (node.isUp() ? "" : ", style=dotted") + "];\n");
        }
        for (Topology.Edge edge : topology.edges()) {
            dot.write("  " + id(edge.from()) + " -> " + id(edge.to())
                    + " [tooltip=" + quoted(edge.kind()) + "];\n");
        }
        dot.write("}\n");
        dot.flush();
    }

    private static String id(PeerId peer) {
        return "n" + peer.index();
    }

    /** A quoted string, in which a backslash would begin an escape of Graphviz's own: it is doubled. */
    public static String quoted(String text) {
        StringBuilder dot = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> dot.append("\\\"");
                case '\\' -> dot.append("\\\\");
                case '\n' -> dot.append("\\n");
                default -> dot.appendCodePoint(isShown(c) ? c : 0xfffd);
            }
        });
        return dot.append('"').toString();
    }

    private static boolean isShown(int c) {
        return c >= 0x20 && c != 0x7f && (c < 0xd800 || c > 0xdfff);
    }
}
