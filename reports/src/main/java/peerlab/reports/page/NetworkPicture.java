package peerlab.reports.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Topology;

/** The data of a picture of one topology: peers, edges and where the peers lie, as the page has them. */
public final class NetworkPicture {

    private final Topology topology;

    public NetworkPicture(Topology topology) {
        this.topology = topology;
    }

    /** Writes it as JSON, with the fields of docs/report-data.md; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        Numbered<String> peers = new Numbered<>();
        Snapshot snapshot = new Snapshot();
        snapshot.time = topology.time().seconds();
        for (Topology.Node node : topology.nodes()) {
            snapshot.nodes.put(peers.of(node.id().name()), new Snapshot.Node(node.isUp(), node.role(),
                    node.group(), node.region(), node.values()));
        }
        TopologyData data = new TopologyData(peers);
        edges(snapshot, data, peers);
        data.add(snapshot);
        try (PageJson json = new PageJson(out)) {
            json.beginObject();
            data.write(json, Snapshot.graph(peers.size(), data.richest()));
            json.endObject();
        }
    }

    /** Where there are far more edges than can be drawn, only so many of each peer are looked at. */
    private void edges(Snapshot snapshot, TopologyData data, Numbered<String> peers) {
        List<Topology.Edge> all = topology.edges();
        int share = all.size() <= 4 * Snapshot.MOST_EDGES ? Integer.MAX_VALUE
                : 2 * Snapshot.MOST_EDGES / Math.max(1, peers.size()) + 1;
        long[] edges = new long[all.size()];
        int count = 0;
        int ofOne = 0;
        PeerId last = null;
        int from = 0;
        for (Topology.Edge edge : all) {
            if (!edge.from().equals(last)) {
                last = edge.from();
                from = peers.of(last.name());
                ofOne = 0;
            }
            if (ofOne++ < share) {
                edges[count++] = Snapshot.edge(data.kind(edge.kind()), from, peers.of(edge.to().name()));
            }
        }
        Arrays.sort(edges, 0, count);
        snapshot.take(edges, count, peers.size());
        snapshot.edgesInAll = Math.max(snapshot.edgesInAll, share == Integer.MAX_VALUE ? 0 : all.size());
    }
}
