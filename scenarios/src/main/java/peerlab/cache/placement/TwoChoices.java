package peerlab.cache.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of two peers that a key's hashes name, the one that has fewer keys: where n keys lie on n peers, the
 * fullest has about ln ln n / ln 2 of them, and with one hash ln n / ln ln n. It remembers what it handed
 * out, so the answer for a key depends on those that were asked about before. Each replica is chosen in the
 * same way among those that do not have the key.
 */
final class TwoChoices implements Placement {

    private static final int NUMBERS_OF_DIGEST = 4;
    private static final int BYTES_OF_NUMBER = 4;

    private final List<String> peers;
    private final Md5 md5 = new Md5();
    private final int[] loads;
    private final Map<String, List<Integer>> handedOut = new HashMap<>();

    TwoChoices(List<String> peers) {
        this.peers = List.copyOf(peers);
        this.loads = new int[peers.size()];
    }

    @Override
    public List<String> peers() {
        return peers;
    }

    @Override
    public List<String> of(String key, int count) {
        List<Integer> found = handedOut.computeIfAbsent(key, k -> new ArrayList<>());
        int wanted = Math.min(count, peers.size());
        if (found.size() < wanted) {
            choose(key, wanted, found);
        }
        return found.subList(0, wanted).stream().map(peers::get).toList();
    }

    private void choose(String key, int wanted, List<Integer> found) {
        Hashes hashes = new Hashes(key);
        for (int replica = 0; replica < wanted; replica++) {
            int one = hashes.next();
            int other = hashes.next();
            if (replica < found.size()) {
                continue;
            }
            int better = loads[other] < loads[one] ? other : one;
            while (found.contains(better)) {
                better = (better + 1) % peers.size();
            }
            found.add(better);
            loads[better]++;
        }
    }

    /** The peers that a key's hashes name, one after the other: four of each digest of {@code key#n}. */
    private final class Hashes {

        private final String key;
        private byte[] digest = {};
        private int used = NUMBERS_OF_DIGEST;
        private int round;

        Hashes(String key) {
            this.key = key;
        }

        int next() {
            if (used == NUMBERS_OF_DIGEST) {
                digest = md5.of(key + "#" + round++);
                used = 0;
            }
            return (int) (Md5.little32(digest, BYTES_OF_NUMBER * used++) % peers.size());
        }
    }
}
