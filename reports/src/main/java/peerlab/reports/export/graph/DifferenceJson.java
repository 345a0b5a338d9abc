package peerlab.reports.export.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.TopologyDifference;
import peerlab.reports.Json;

/** What changed from one topology to another, as JSON: a row for an edge and for a value. */
public final class DifferenceJson {

    private static final int VERSION = 1;
    private static final int ROW_DEPTH = 2;

    private DifferenceJson() {
    }

    public static void write(TopologyDifference difference, OutputStream out) throws IOException {
        try (Json json = new Json(out, ROW_DEPTH)) {
            json.beginObject().field("version", VERSION)
                    .field("from", difference.from().seconds()).field("to", difference.to().seconds())
                    .texts("came", difference.came().stream().map(PeerId::name).toList())
                    .texts("went", difference.went().stream().map(PeerId::name).toList());
            edges("gained", difference.gained(), json);
            edges("lost", difference.lost(), json);
            json.beginList("changes");
            for (TopologyDifference.Change change : difference.changes()) {
                json.beginObject().field("peer", change.peer().name()).field("name", change.name())
                        .value("before", change.before()).value("after", change.after()).endObject();
            }
            json.endList().endObject();
        }
    }

    private static void edges(String name, List<Topology.Edge> edges, Json json) throws IOException {
        json.beginList(name);
        for (Topology.Edge edge : edges) {
            json.beginObject().field("from", edge.from().name()).field("to", edge.to().name())
                    .field("kind", edge.kind()).endObject();
        }
        json.endList();
    }
}
