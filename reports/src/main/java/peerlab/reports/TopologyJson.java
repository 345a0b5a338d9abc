package peerlab.reports;

import java.io.IOException;
import java.io.OutputStream;

import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.observe.Topology;

/**
 * A snapshot of who is there and who knows whom: {@code topology/*.json}, a row for a peer and for an edge.
 */
public final class TopologyJson {

    private static final int ROW_DEPTH = 2;

    private TopologyJson() {
    }

    public static void write(NamedTopology snapshot, OutputStream out) throws IOException {
        Topology topology = snapshot.topology();
        try (Json json = new Json(out, ROW_DEPTH)) {
            json.beginObject().field("name", snapshot.name()).field("time", topology.time().seconds());
            json.beginList("nodes");
            for (Topology.Node node : topology.nodes()) {
                node(node, json);
            }
            json.endList().beginList("edges");
            for (Topology.Edge edge : topology.edges()) {
                json.beginObject()
                        .field("from", edge.from().name())
                        .field("to", edge.to().name())
                        .field("kind", edge.kind())
                        .endObject();
            }
            json.endList().beginList("transfers");
            for (Topology.Transfer transfer : topology.transfers()) {
                transfer(transfer, json);
            }
            json.endList().endObject();
        }
    }

    private static void node(Topology.Node node, Json json) throws IOException {
        json.beginObject()
                .field("id", node.id().name())
                .field("up", node.isUp())
                .field("role", node.role())
                .field("group", node.group());
        if (!node.region().isEmpty()) {
            json.field("region", node.region());
        }
        json.value("values", node.values()).endObject();
    }

    private static void transfer(Topology.Transfer transfer, Json json) throws IOException {
        json.beginObject()
                .field("from", transfer.from().name())
                .field("to", transfer.to().name())
                .field("type", transfer.type())
                .field("sent", transfer.sent().seconds())
                .field("due", transfer.due().seconds())
                .endObject();
    }
}
