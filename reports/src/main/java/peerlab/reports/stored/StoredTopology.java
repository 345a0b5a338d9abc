package peerlab.reports.stored;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.engine.RunResult.NamedTopology;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.observe.Topology;

/**
 * A snapshot as it was read back.
 *
 * @param file the name of its files, without ending
 */
public record StoredTopology(String file, NamedTopology snapshot) {

    private static final Pattern NAME = Pattern.compile("(?s)(.*?)(\\d{1,9})");

    static NamedTopology of(Map<String, Object> document) {
        Map<String, PeerId> ids = new LinkedHashMap<>();
        List<Topology.Node> nodes = new ArrayList<>();
        for (Object row : StoredRun.list(document.get("nodes"))) {
            Map<?, ?> node = (Map<?, ?>) row;
            nodes.add(new Topology.Node(id(StoredRun.text(node, "id"), ids),
                    Boolean.TRUE.equals(node.get("up")), StoredRun.text(node, "role"),
                    StoredRun.text(node, "group"), StoredRun.text(node, "region"), values(node)));
        }
        List<Topology.Edge> edges = new ArrayList<>();
        for (Object row : StoredRun.list(document.get("edges"))) {
            Map<?, ?> edge = (Map<?, ?>) row;
            edges.add(new Topology.Edge(id(StoredRun.text(edge, "from"), ids),
                    id(StoredRun.text(edge, "to"), ids), StoredRun.text(edge, "kind")));
        }
        List<Topology.Transfer> transfers = new ArrayList<>();
        for (Object row : StoredRun.list(document.get("transfers"))) {
            Map<?, ?> transfer = (Map<?, ?>) row;
            transfers.add(new Topology.Transfer(id(StoredRun.text(transfer, "from"), ids),
                    id(StoredRun.text(transfer, "to"), ids), StoredRun.text(transfer, "type"),
                    time(transfer.get("sent")), time(transfer.get("due"))));
        }
        return new NamedTopology(StoredRun.text(document, "name"),
                new Topology(time(document.get("time")), nodes, edges, transfers));
    }

    private static Map<String, Object> values(Map<?, ?> node) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (node.get("values") instanceof Map<?, ?> shown) {
            shown.forEach((name, value) -> values.put((String) name, value));
        }
        return values;
    }

    private static SimTime time(Object seconds) {
        return new SimTime(Math.max(0, Math.round(StoredRun.number(seconds) * 1e9)));
    }

    private static PeerId id(String name, Map<String, PeerId> ids) {
        return ids.computeIfAbsent(name, n -> {
            Matcher parts = NAME.matcher(n);
            return parts.matches() && !parts.group(2).startsWith("0")
                    ? new PeerId(ids.size(), parts.group(1), Integer.parseInt(parts.group(2)))
                    : new PeerId(ids.size(), n, 0);
        });
    }
}
