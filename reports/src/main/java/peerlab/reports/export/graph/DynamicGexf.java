package peerlab.reports.export.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import peerlab.engine.base.Numerals;
import peerlab.engine.observe.Topology;
import peerlab.reports.Xml;

/**
 * The topology over the whole run in one file, as GEXF 1.3 with spells, for the timeline of Gephi. What a
 * snapshot shows holds from its instant until the next one, that of the last until the end of the run.
 */
public final class DynamicGexf {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" version="1.3">
              <meta><creator>Peerlab</creator></meta>
            """;
    private static final String ATTRIBUTES = """
                <attributes class="node" mode="static">
                  <attribute id="group" title="group" type="string"/>
                  <attribute id="region" title="region" type="string"/>
                </attributes>
                <attributes class="node" mode="dynamic">
                  <attribute id="role" title="role" type="string"/>
                </attributes>
            """;

    private final Writer out;
    private final double end;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Link, List<Spell>> edges = new LinkedHashMap<>();

    /** A peer: when it was up, and in which roles. */
    private static final class Node {
        private final String group;
        private final String region;
        private final List<Spell> up = new ArrayList<>();
        private final Map<String, List<Spell>> roles = new LinkedHashMap<>();

        Node(Topology.Node first) {
            this.group = first.group();
            this.region = first.region();
        }
    }

    private record Link(String from, String to, String kind) {
    }

    /** From one instant to another; the end moves while the next snapshot shows the same. */
    private static final class Spell {
        private final double start;
        private double end;

        Spell(double start, double end) {
            this.start = start;
            this.end = end;
        }
    }

    private DynamicGexf(Writer out, double end) {
        this.out = out;
        this.end = end;
    }

    /**
     * @param snapshots in the order of time
     * @param seconds how long the run was
     */
    public static void write(List<Topology> snapshots, double seconds, OutputStream to) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        double last = snapshots.isEmpty() ? 0 : snapshots.get(snapshots.size() - 1).time().seconds();
        DynamicGexf gexf = new DynamicGexf(writer, Math.max(last, seconds));
        for (int i = 0; i < snapshots.size(); i++) {
            double until = i + 1 < snapshots.size() ? snapshots.get(i + 1).time().seconds() : gexf.end;
            gexf.snapshot(snapshots.get(i), until);
        }
        gexf.document();
        writer.flush();
    }

    private void snapshot(Topology topology, double until) {
        double from = topology.time().seconds();
        Set<String> up = new LinkedHashSet<>();
        for (Topology.Node node : topology.nodes()) {
            Node known = nodes.computeIfAbsent(node.id().name(), name -> new Node(node));
            if (node.isUp()) {
                up.add(node.id().name());
                extend(known.up, from, until);
                if (!node.role().isEmpty()) {
                    extend(known.roles.computeIfAbsent(node.role(), role -> new ArrayList<>()), from, until);
                }
            }
        }
        for (Topology.Edge edge : topology.edges()) {
            boolean isBetweenUp = up.contains(edge.from().name()) && up.contains(edge.to().name());
            if (isBetweenUp) {
                Link link = new Link(edge.from().name(), edge.to().name(), edge.kind());
                extend(edges.computeIfAbsent(link, l -> new ArrayList<>()), from, until);
            }
        }
    }

    private static void extend(List<Spell> spells, double from, double until) {
        Spell last = spells.isEmpty() ? null : spells.get(spells.size() - 1);
        if (last != null && last.end == from) {
            last.end = until;
        } else if (last == null || last.end < from) {
            spells.add(new Spell(from, until));
        }
    }

    private void document() throws IOException {
        out.write(HEAD);
        out.write("  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"double\""
                + " timerepresentation=\"interval\" start=\"0\" end=\"" + Numerals.of(end) + "\">\n");
        out.write(ATTRIBUTES);
        out.write("    <nodes count=\"" + nodes.size() + "\">\n");
        Map<String, String> ids = new LinkedHashMap<>();
        for (Map.Entry<String, Node> node : nodes.entrySet()) {
            ids.put(node.getKey(), "n" + ids.size());
            node(ids.get(node.getKey()), node.getKey(), node.getValue());
        }
        out.write("    </nodes>\n    <edges count=\"" + edges.size() + "\">\n");
        int number = 0;
        for (Map.Entry<Link, List<Spell>> edge : edges.entrySet()) {
            Link link = edge.getKey();
            out.write("      <edge id=\"e" + number++ + "\" source=\"" + ids.get(link.from())
                    + "\" target=\"" + ids.get(link.to()) + "\" kind=\"" + Xml.escaped(link.kind())
                    + "\">\n");
            spells(edge.getValue());
            out.write("      </edge>\n");
        }
        out.write("    </edges>\n  </graph>\n</gexf>\n");
    }

    private void node(String id, String name, Node node) throws IOException {
        out.write("      <node id=\"" + id + "\" label=\"" + Xml.escaped(name) + "\">\n");
        out.write("        <attvalues>\n");
        value("group", node.group, "");
        if (!node.region.isEmpty()) {
            value("region", node.region, "");
        }
        for (Map.Entry<String, List<Spell>> role : node.roles.entrySet()) {
            for (Spell spell : role.getValue()) {
                value("role", role.getKey(), times(spell));
            }
        }
        out.write("        </attvalues>\n");
        // Gephi shows for ever what has no spell: one that was never up gets the run's last instant
        spells(node.up.isEmpty() ? List.of(new Spell(end, end)) : node.up);
        out.write("      </node>\n");
    }

    private void value(String attribute, String value, String times) throws IOException {
        out.write("          <attvalue for=\"" + attribute + "\" value=\"" + Xml.escaped(value) + "\""
                + times + "/>\n");
    }

    private void spells(List<Spell> spells) throws IOException {
        out.write("        <spells>\n");
        for (Spell spell : spells) {
            out.write("          <spell" + times(spell) + "/>\n");
        }
        out.write("        </spells>\n");
    }

    private static String times(Spell spell) {
        return " start=\"" + Numerals.of(spell.start) + "\" end=\"" + Numerals.of(spell.end) + "\"";
    }
}
