package peerlab.engine.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;

/**
 * What changed from one topology to another.
 *
 * @param came peers that are up and were not
 * @param went peers that were up and are not
 * @param gained edges that appeared, in the order of the later topology
 * @param lost edges that disappeared, in the order of the earlier one
 * @param changes what peers show differently, of those who were up both times
 */
public record TopologyDifference(
        SimTime from,
        SimTime to,
        List<PeerId> came,
        List<PeerId> went,
        List<Topology.Edge> gained,
        List<Topology.Edge> lost,
        List<Change> changes) {

    /** A value that a peer shows, before and after; null where it did not show it. */
    public record Change(PeerId peer, String name, Object before, Object after) {
    }

    public static TopologyDifference between(Topology before, Topology after) {
        Map<PeerId, Topology.Node> earlier = up(before);
        Map<PeerId, Topology.Node> later = up(after);
        return new TopologyDifference(before.time(), after.time(),
                without(later.keySet(), earlier.keySet()), without(earlier.keySet(), later.keySet()),
                without(after.edges(), new LinkedHashSet<>(before.edges())),
                without(before.edges(), new LinkedHashSet<>(after.edges())),
                changes(earlier, later));
    }

    /** True where nothing changed but the time. */
    public boolean isEmpty() {
        return came.isEmpty() && went.isEmpty() && gained.isEmpty() && lost.isEmpty() && changes.isEmpty();
    }

    private static Map<PeerId, Topology.Node> up(Topology topology) {
        Map<PeerId, Topology.Node> up = new LinkedHashMap<>();
        topology.nodes().stream().filter(Topology.Node::isUp).forEach(node -> up.put(node.id(), node));
        return up;
    }

    private static <T> List<T> without(Iterable<T> all, Set<T> others) {
        Set<T> left = new LinkedHashSet<>();
        all.forEach(left::add);
        left.removeAll(others);
        return List.copyOf(left);
    }

    private static List<Change> changes(
            Map<PeerId, Topology.Node> earlier, Map<PeerId, Topology.Node> later) {
        List<Change> changes = new ArrayList<>();
        later.forEach((peer, node) -> {
            Topology.Node old = earlier.get(peer);
            if (old != null) {
                compare(peer, shown(old), shown(node), changes);
            }
        });
        return changes;
    }

    private static Map<String, Object> shown(Topology.Node node) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("role", node.role());
        node.values().keySet().stream().sorted()
                .forEach(name -> shown.put(name, PlainValues.of(node.values().get(name))));
        return shown;
    }

    private static void compare(
            PeerId peer, Map<String, Object> before, Map<String, Object> after, List<Change> changes) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                changes.add(new Change(peer, name, before.get(name), after.get(name)));
            }
        }
    }
}
