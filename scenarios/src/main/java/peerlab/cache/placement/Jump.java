package peerlab.cache.placement;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.RandomSource;

/**
 * Jump consistent hash: no table at all. Peers are numbered, and only the last can go without moving keys
 * among those that stay. The number that is hashed is the first 64 bits of the key's MD5; for replicas it is
 * hashed on until another peer comes out.
 */
final class Jump implements Placement {

    /** The multiplier of the linear congruential generator of the paper. */
    private static final long MULTIPLIER = 2862933555777941757L;

    private final List<String> peers;
    private final Md5 md5 = new Md5();

    Jump(List<String> peers) {
        this.peers = List.copyOf(peers);
    }

    /** The bucket of a number among so many; Lamping and Veach, figure 1. */
    static int bucket(long number, int buckets) {
        long state = number;
        long bucket = -1;
        long next = 0;
        while (next < buckets) {
            bucket = next;
            state = state * MULTIPLIER + 1;
            next = (long) ((bucket + 1) / (((state >>> 33) + 1) / 0x1p31));
        }
        return (int) bucket;
    }

    @Override
    public List<String> peers() {
        return peers;
    }

    @Override
    public List<String> of(String key, int count) {
        int wanted = Math.min(count, peers.size());
        List<String> found = new ArrayList<>(wanted);
        long number = md5.first64(key);
        while (found.size() < wanted) {
            String peer = peers.get(bucket(number, peers.size()));
            if (!found.contains(peer)) {
                found.add(peer);
            }
            number = RandomSource.mix(number + MULTIPLIER);
        }
        return found;
    }
}
