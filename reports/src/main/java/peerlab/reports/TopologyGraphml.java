package peerlab.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.base.PeerId;
import peerlab.engine.observe.PlainValues;
import peerlab.engine.observe.Topology;

/** A snapshot as GraphML, for Gephi, yEd, networkx, igraph: {@code topology/*.graphml}. */
public final class TopologyGraphml {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
              <key id="name" for="graph" attr.name="name" attr.type="string"/>
              <key id="time" for="graph" attr.name="time" attr.type="double"/>
              <key id="label" for="node" attr.name="label" attr.type="string"/>
              <key id="up" for="node" attr.name="up" attr.type="boolean"/>
              <key id="role" for="node" attr.name="role" attr.type="string"/>
              <key id="group" for="node" attr.name="group" attr.type="string"/>
              <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
            """;

    private final Writer out;
    /** The ids of the columns for what peers show, by name. */
    private final Map<String, String> columns = new LinkedHashMap<>();

    private TopologyGraphml(Writer out) {
        this.out = out;
    }

    public static void write(NamedTopology snapshot, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new TopologyGraphml(writer).document(snapshot);
        writer.flush();
    }

    private void document(NamedTopology snapshot) throws IOException {
        Topology topology = snapshot.topology();
        out.write(HEAD);
        if (topology.nodes().stream().anyMatch(node -> !node.region().isEmpty())) {
            out.write("  <key id=\"region\" for=\"node\" attr.name=\"region\" attr.type=\"string\"/>\n");
        }
        TreeSet<String> names = new TreeSet<>();
        topology.nodes().forEach(node -> names.addAll(node.values().keySet()));
        for (String name : names) {
            columns.put(name, "value" + columns.size());
            out.write("  <key id=\"" + columns.get(name) + "\" for=\"node\" attr.name=\"" + Xml.escaped(name)
                    + "\" attr.type=\"string\"/>\n");
        }
        out.write("  <graph id=\"topology\" edgedefault=\"directed\">\n");
        data("    ", "name", snapshot.name());
        data("    ", "time", peerlab.engine.base.Numerals.of(topology.time().seconds()));
        for (Topology.Node node : topology.nodes()) {
            node(node);
        }
        for (Topology.Edge edge : topology.edges()) {
            out.write("    <edge source=\"" + id(edge.from()) + "\" target=\"" + id(edge.to()) + "\">\n");
            data("      ", "kind", edge.kind());
            out.write("    </edge>\n");
        }
        out.write("  </graph>\n</graphml>\n");
    }

    private void node(Topology.Node node) throws IOException {
        out.write("    <node id=\"" + id(node.id()) + "\">\n");
        data("      ", "label", node.id().name());
        data("      ", "up", Boolean.toString(node.isUp()));
        data("      ", "role", node.role());
        data("      ", "group", node.group());
        if (!node.region().isEmpty()) {
            data("      ", "region", node.region());
        }
        for (Map.Entry<String, String> column : columns.entrySet()) {
            if (node.values().containsKey(column.getKey())) {
                Object value = PlainValues.of(node.values().get(column.getKey()));
                data("      ", column.getValue(), String.valueOf(value));
            }
        }
        out.write("    </node>\n");
    }

    private void data(String indent, String key, String value) throws IOException {
        out.write(indent + "<data key=\"" + key + "\">" + Xml.escaped(value) + "</data>\n");
    }

    private static String id(PeerId peer) {
        return "n" + peer.index();
    }
}
