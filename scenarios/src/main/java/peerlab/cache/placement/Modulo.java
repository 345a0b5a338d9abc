package peerlab.cache.placement;

import java.util.ArrayList;
import java.util.List;

/**
 * The first 32 bits of the key's MD5, modulo the number of peers. Replicas are the peers behind in the list.
 * Where the number of peers changes, nearly all keys move.
 */
final class Modulo implements Placement {

    private final List<String> peers;
    private final Md5 md5 = new Md5();

    Modulo(List<String> peers) {
        this.peers = List.copyOf(peers);
    }

    @Override
    public List<String> peers() {
        return peers;
    }

    @Override
    public List<String> of(String key, int count) {
        int owner = (int) (md5.first32(key) % peers.size());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.min(count, peers.size()); i++) {
            found.add(peers.get((owner + i) % peers.size()));
        }
        return found;
    }
}
