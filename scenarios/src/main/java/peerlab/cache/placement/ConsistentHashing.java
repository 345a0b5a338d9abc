package peerlab.cache.placement;

import java.util.List;
import java.util.TreeMap;

/**
 * Consistent hashing with virtual nodes: each peer has so many points on a circle, the first 32 bits of the
 * MD5 of {@code peer#v}, and a key belongs to the first point at or after the first 32 bits of its own MD5.
 * Replicas are the next other peers clockwise.
 */
final class ConsistentHashing implements Placement {

    private final List<String> peers;
    private final PointRing ring;
    private final Md5 md5 = new Md5();

    ConsistentHashing(List<String> peers, int virtualNodes) {
        this.peers = List.copyOf(peers);
        TreeMap<Long, Integer> points = new TreeMap<>();
        for (int peer = 0; peer < peers.size(); peer++) {
            for (int v = 0; v < virtualNodes; v++) {
                points.merge(md5.first32(peers.get(peer) + "#" + v), peer, this::smallerName);
            }
        }
        this.ring = new PointRing(points, peers.size());
    }

    /** Two peers on one point: the order in which peers are listed changes nothing. */
    private int smallerName(int a, int b) {
        return peers.get(a).compareTo(peers.get(b)) <= 0 ? a : b;
    }

    @Override
    public List<String> peers() {
        return peers;
    }

    @Override
    public List<String> of(String key, int count) {
        return ring.clockwise(md5.first32(key), count).stream().map(peers::get).toList();
    }
}
