package peerlab.cache.placement;

import java.util.List;
import java.util.TreeMap;

/**
 * Ketama, as spymemcached's KetamaNodeLocator maps it: 160 points a peer, four from each of the MD5 sums of
 * {@code host:port-i}. A key belongs to the first point at or after the first four bytes of its own MD5, the
 * least significant first. Where two peers have the same point, it is the later one's.
 */
final class Ketama implements Placement {

    private static final int DIGESTS = 40;
    private static final int POINTS_A_DIGEST = 4;

    private final List<String> peers;
    private final PointRing ring;
    private final Md5 md5 = new Md5();

    Ketama(List<String> peers) {
        this.peers = List.copyOf(peers);
        TreeMap<Long, Integer> points = new TreeMap<>();
        for (int peer = 0; peer < peers.size(); peer++) {
            for (int i = 0; i < DIGESTS; i++) {
                byte[] digest = md5.of(peers.get(peer) + "-" + i);
                for (int part = 0; part < POINTS_A_DIGEST; part++) {
                    points.put(Md5.little32(digest, 4 * part), peer);
                }
            }
        }
        this.ring = new PointRing(points, peers.size());
    }

    @Override
    public List<String> peers() {
        return peers;
    }

    @Override
    public List<String> of(String key, int count) {
        return ring.clockwise(Md5.little32(md5.of(key), 0), count).stream().map(peers::get).toList();
    }
}
