package peerlab.cache.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Consistent hashing with bounded loads: no peer has more than a factor times the mean, rounded up. A key
 * whose peer is full goes on clockwise to the first that is not. It remembers what it handed out, so the
 * answer for a key depends on those that were asked about before.
 */
final class BoundedLoads implements Placement {

    private final ConsistentHashing ring;
    private final long bound;
    private final Map<String, List<String>> handedOut = new LinkedHashMap<>();
    private final Map<String, Long> loads = new LinkedHashMap<>();

    /**
     * @param factor how much of the mean a peer may have, above 1
     * @param total how many keys, each as often as it has replicas, there will be
     */
    BoundedLoads(ConsistentHashing ring, double factor, long total) {
        this.ring = ring;
        this.bound = (long) Math.ceil(factor * total / ring.peers().size());
    }

    /** What no peer's load exceeds. */
    long bound() {
        return bound;
    }

    @Override
    public List<String> peers() {
        return ring.peers();
    }

    @Override
    public List<String> of(String key, int count) {
        List<String> known = handedOut.get(key);
        if (known != null && known.size() >= Math.min(count, peers().size())) {
            return known.subList(0, Math.min(count, known.size()));
        }
        List<String> found = new ArrayList<>(known == null ? List.of() : known);
        for (String peer : ring.of(key, peers().size())) {
            boolean hasRoom = loads.getOrDefault(peer, 0L) < bound;
            if (found.size() < count && hasRoom && !found.contains(peer)) {
                found.add(peer);
                loads.merge(peer, 1L, Long::sum);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("more keys than the " + bound + " a peer that were announced");
        }
        handedOut.put(key, List.copyOf(found));
        return handedOut.get(key);
    }
}
