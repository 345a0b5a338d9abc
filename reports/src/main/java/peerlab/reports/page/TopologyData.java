package peerlab.reports.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import peerlab.reports.layout.Graph;

/** The snapshots of a run, one after another, each as what differs from the one before, and the places. */
final class TopologyData {

    /** More snapshots than this are thinned out evenly. */
    static final int MOST_SNAPSHOTS = 40;
    /** Of more peers than this, what the protocol shows of each is kept for the last snapshot alone. */
    static final int MOST_PEERS_IN_DETAIL = 2_000;
    /** When so many edges have come and gone, later snapshots show the edges of the one before. */
    static final int MOST_CHANGES = 300_000;
    private static final int SCALE = 10_000;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Numbered<String> peers;
    private final Numbered<String> kinds = new Numbered<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private int found;

    TopologyData(Numbered<String> peers) {
        this.peers = peers;
    }

    /** Reads snapshots, in the order of time. */
    static TopologyData read(List<Path> all, Numbered<String> peers) throws IOException {
        TopologyData data = new TopologyData(peers);
        Map<Path, Double> times = new LinkedHashMap<>();
        for (Path file : all) {
            times.put(file, time(file));
        }
        List<Path> files = times.entrySet().stream()
                .sorted(Map.Entry.<Path, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
        data.found = files.size();
        int most = Math.min(files.size(), MOST_SNAPSHOTS);
        for (int i = 0; i < most; i++) {
            Path file = files.get(most == 1 ? 0 : (int) ((long) i * (files.size() - 1) / (most - 1)));
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                data.add(Snapshot.read(in, peers, data.kinds));
            }
        }
        return data;
    }

    /** The number of a kind of edge. */
    int kind(String word) {
        return kinds.of(word);
    }

    void add(Snapshot snapshot) {
        snapshots.add(snapshot);
        found = Math.max(found, snapshots.size());
    }

    private static double time(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser parser = FACTORY.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("time")) {
                    parser.nextToken();
                    return parser.getDoubleValue();
                }
            }
        }
        return 0;
    }

    boolean isEmpty() {
        return snapshots.isEmpty();
    }

    int found() {
        return found;
    }

    int shown() {
        return snapshots.size();
    }

    /** The edges of the richest snapshot: what is laid out. */
    long[] richest() {
        return snapshots.stream().max(Comparator.comparingInt(s -> s.edges.length))
                .map(s -> s.edges).orElse(new long[0]);
    }

    /** Writes who the peers are, the snapshots, and where the peers lie. */
    void write(PageJson json, Graph graph) throws IOException {
        List<String> identifiers = column(node -> identifier(node.values().get("id")));
        List<String> regions = column(Snapshot.Node::region);
        List<String> groups = column(Snapshot.Node::group);
        List<String> roles = column(Snapshot.Node::role);
        List<String> rings = column(node -> Objects.toString(node.values().get("ring"), ""));
        json.beginObject("peers").field("names", peers.all());
        written("groups", groups, json);
        written("roles", roles, json);
        written("regions", regions, json);
        json.field("ids", identifiers.stream().anyMatch(Objects::nonNull) ? identifiers : List.of());
        json.endObject();
        List<String> clusters = Layouts.clusters(peers.size(), List.of(regions::get, rings::get, groups::get,
                roles::get));
        json.beginObject("layouts");
        for (Map.Entry<String, double[][]> layout : new Layouts(graph, identifiers, clusters).all()
                .entrySet()) {
            json.beginObject(layout.getKey()).field("x", scaled(layout.getValue()[0]))
                    .field("y", scaled(layout.getValue()[1])).endObject();
        }
        json.endObject();
        json.field("edgeKinds", kinds.all());
        snapshots(json);
    }

    private static void written(String name, List<String> values, PageJson json) throws IOException {
        Numbered<String> words = new Numbered<>();
        int[] numbers = values.stream().mapToInt(v -> words.of(v == null ? "" : v)).toArray();
        json.beginObject(name).field("words", words.all());
        json.field("of", words.size() > 1 ? numbers : new int[0]).endObject();
    }

    /** A property of each peer, as the last snapshot that knows it says. */
    private List<String> column(java.util.function.Function<Snapshot.Node, String> property) {
        List<String> values = new ArrayList<>(java.util.Collections.nCopies(peers.size(), null));
        for (Snapshot snapshot : snapshots) {
            snapshot.nodes.forEach((peer, node) -> {
                String value = property.apply(node);
                if (value != null && !value.isEmpty()) {
                    values.set(peer, value);
                }
            });
        }
        return values;
    }

    private static String identifier(Object value) {
        return value instanceof String text && text.matches("[0-9a-f]{8,64}") ? text : null;
    }

    private static int[] scaled(double[] places) {
        int[] scaled = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            scaled[i] = (int) StrictMath.rint(Math.max(-0.2, Math.min(1.2, places[i])) * SCALE);
        }
        return scaled;
    }

    private void snapshots(PageJson json) throws IOException {
        json.beginList("snapshots");
        Map<Integer, Map<String, Object>> known = new LinkedHashMap<>();
        long[] edges = new long[0];
        long changes = 0;
        for (int i = 0; i < snapshots.size(); i++) {
            Snapshot snapshot = snapshots.get(i);
            json.beginObject().field("name", Shown.cut(snapshot.name, 0)).field("time", snapshot.time)
                    .field("edgesInAll", snapshot.edgesInAll)
                    .field("down", snapshot.nodes.entrySet().stream().filter(e -> !e.getValue().isUp())
                            .mapToInt(Map.Entry::getKey).toArray());
            int[] gone = missing(edges, snapshot.edges);
            int[] come = missing(snapshot.edges, edges);
            changes += (gone.length + come.length) / 3;
            boolean isTooMuch = i > 0 && changes > MOST_CHANGES;
            json.field("removed", isTooMuch ? new int[0] : gone)
                    .field("added", isTooMuch ? new int[0] : come);
            if (!isTooMuch) {
                edges = snapshot.edges;
            }
            if (peers.size() <= MOST_PEERS_IN_DETAIL || i == snapshots.size() - 1) {
                values(snapshot, known, json);
            }
            json.endObject();
        }
        json.endList();
    }

    /** The edges of one list that the other has not: kind, one end, the other end. */
    private static int[] missing(long[] of, long[] in) {
        int[] found = new int[of.length * 3];
        int count = 0;
        int other = 0;
        for (long edge : of) {
            while (other < in.length && in[other] < edge) {
                other++;
            }
            if (other >= in.length || in[other] != edge) {
                found[count++] = Snapshot.kind(edge);
                found[count++] = Snapshot.from(edge);
                found[count++] = Snapshot.to(edge);
            }
        }
        return java.util.Arrays.copyOf(found, count);
    }

    /** What the protocol shows of each peer, where it is not what it was. */
    private static void values(Snapshot snapshot, Map<Integer, Map<String, Object>> known, PageJson json)
            throws IOException {
        json.beginObject("values");
        for (Map.Entry<Integer, Snapshot.Node> node : snapshot.nodes.entrySet()) {
            Map<String, Object> before = known.computeIfAbsent(node.getKey(), p -> new LinkedHashMap<>());
            Map<String, Object> changed = new LinkedHashMap<>();
            node.getValue().values().forEach((name, value) -> {
                if (!Objects.equals(before.put(name, value), value) || value == null) {
                    changed.put(name, Shown.cut(value, 0));
                }
            });
            if (!changed.isEmpty()) {
                json.field(Integer.toString(node.getKey()), changed);
            }
        }
        json.endObject();
    }
}
