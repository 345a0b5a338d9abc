package peerlab.cache.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Highest random weight: each peer has a score for the key, the first 64 bits of the MD5 of
 * {@code peer#key}, and the peers with the highest scores have it.
 */
final class Rendezvous implements Placement {

    private record Scored(String peer, long score) {
    }

    private static final Comparator<Scored> HIGHEST_FIRST = (a, b) ->
            a.score != b.score ? Long.compareUnsigned(b.score, a.score) : a.peer.compareTo(b.peer);

    private final List<String> peers;
    private final Md5 md5 = new Md5();

    Rendezvous(List<String> peers) {
        this.peers = List.copyOf(peers);
    }

    @Override
    public List<String> peers() {
        return peers;
    }

    @Override
    public List<String> of(String key, int count) {
        List<Scored> scored = new ArrayList<>(peers.size());
        for (String peer : peers) {
            scored.add(new Scored(peer, md5.first64(peer + "#" + key)));
        }
        scored.sort(HIGHEST_FIRST);
        return scored.stream().limit(count).map(Scored::peer).toList();
    }
}
