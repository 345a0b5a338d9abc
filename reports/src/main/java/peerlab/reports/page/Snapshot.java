package peerlab.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import peerlab.engine.trace.JsonValues;
import peerlab.reports.layout.Graph;

/** A snapshot as the page needs it: peers and kinds by number, each edge once whatever its direction. */
final class Snapshot {

    /** More edges than this are not drawn: of each peer, the first ones. */
    static final int MOST_EDGES = 40_000;
    static final int KIND_SHIFT = 44;
    static final int PEER_SHIFT = 22;
    static final long PEER_MASK = (1L << PEER_SHIFT) - 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    String name = "";
    double time;
    final Map<Integer, Node> nodes = new LinkedHashMap<>();
    /** Kind, smaller peer and larger peer in one number, sorted, none twice. */
    long[] edges = new long[0];
    int edgesInAll;

    /** What a snapshot says of a peer. */
    record Node(boolean isUp, String role, String group, String region, Map<String, Object> values) {
    }

    /** Reads a snapshot from {@code topology/*.json}. */
    static Snapshot read(InputStream in, Numbered<String> peers, Numbered<String> kinds) throws IOException {
        Snapshot snapshot = new Snapshot();
        try (JsonParser parser = FACTORY.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "name" -> snapshot.name = parser.getText();
                    case "time" -> snapshot.time = parser.getDoubleValue();
                    case "nodes" -> snapshot.nodes(parser, peers);
                    case "edges" -> snapshot.edges(parser, peers, kinds);
                    default -> parser.skipChildren();
                }
            }
        }
        return snapshot;
    }

    /** Peers, and who is joined to whom. */
    static Graph graph(int peers, long[] edges) {
        return new Graph(peers, Arrays.stream(edges).mapToInt(Snapshot::from).toArray(),
                Arrays.stream(edges).mapToInt(Snapshot::to).toArray());
    }

    static int from(long edge) {
        return (int) (edge >>> PEER_SHIFT & PEER_MASK);
    }

    static int to(long edge) {
        return (int) (edge & PEER_MASK);
    }

    static int kind(long edge) {
        return (int) (edge >>> KIND_SHIFT);
    }

    static long edge(int kind, int a, int b) {
        return (long) kind << KIND_SHIFT | (long) Math.min(a, b) << PEER_SHIFT | Math.max(a, b);
    }

    private void nodes(JsonParser parser, Numbered<String> peers) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, Object> node = JsonValues.object(parser);
            @SuppressWarnings("unchecked")
            Map<String, Object> values = node.get("values") instanceof Map<?, ?> map
                    ? (Map<String, Object>) map : Map.of();
            nodes.put(peers.of(String.valueOf(node.get("id"))), new Node(Boolean.TRUE.equals(node.get("up")),
                    text(node, "role"), text(node, "group"), text(node, "region"), values));
        }
    }

    private static String text(Map<String, Object> node, String name) {
        return node.get(name) instanceof String text ? text : "";
    }

    private void edges(JsonParser parser, Numbered<String> peers, Numbered<String> kinds)
            throws IOException {
        long[] all = new long[1 << 10];
        int count = 0;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int from = 0;
            int to = 0;
            int kind = 0;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "from" -> from = peers.of(parser.getText());
                    case "to" -> to = peers.of(parser.getText());
                    case "kind" -> kind = kinds.of(parser.getText());
                    default -> parser.skipChildren();
                }
            }
            if (count == all.length) {
                all = Arrays.copyOf(all, count * 2);
            }
            all[count++] = edge(kind, from, to);
        }
        Arrays.sort(all, 0, count);
        take(all, count, peers.size());
    }

    /** Takes over so many sorted edges: each once, and as many as can be drawn. */
    void take(long[] all, int count, int peers) {
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        edgesInAll = distinct;
        edges = thinned(Arrays.copyOf(all, distinct), peers);
    }

    /** As many of each peer's edges as all peers can have. */
    static long[] thinned(long[] edges, int peers) {
        if (edges.length <= MOST_EDGES) {
            return edges;
        }
        int enough = 1;
        int tooMany = edges.length;
        while (tooMany - enough > 1) {
            int share = (enough + tooMany) >>> 1;
            if (first(share, edges, peers).length <= MOST_EDGES) {
                enough = share;
            } else {
                tooMany = share;
            }
        }
        long[] thin = first(enough, edges, peers);
        return thin.length <= MOST_EDGES ? thin : Arrays.copyOf(thin, MOST_EDGES);
    }

    /** Those among the first so many of one of their two peers. */
    private static long[] first(int share, long[] edges, int peers) {
        int[] degree = new int[peers];
        long[] kept = new long[edges.length];
        int count = 0;
        for (long edge : edges) {
            int from = from(edge);
            int to = to(edge);
            if (degree[from] < share || degree[to] < share) {
                degree[from]++;
                degree[to]++;
                kept[count++] = edge;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
