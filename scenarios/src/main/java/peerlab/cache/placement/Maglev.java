package peerlab.cache.placement;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Maglev hashing (section 3.4): each peer has a permutation of the places of a table, from two hashes of its
 * name, and the peers take turns in taking the first place of theirs that is free. So all have the same share
 * to within one place, and few places change hands when a peer goes.
 */
final class Maglev implements Placement {

    private static final int FREE = -1;

    private final List<String> peers;
    private final int[] table;
    private final Md5 md5 = new Md5();

    /** @param places a prime, far larger than the number of peers */
    Maglev(List<String> peers, int places) {
        this.peers = List.copyOf(peers);
        this.table = new int[places];
        if (peers.size() > places) {
            throw new IllegalArgumentException(peers.size() + " peers on " + places + " places");
        }
        populate();
    }

    private void populate() {
        int places = table.length;
        long[] at = new long[peers.size()];
        long[] skip = new long[peers.size()];
        for (int peer = 0; peer < at.length; peer++) {
            ByteBuffer digest = ByteBuffer.wrap(md5.of(peers.get(peer)));
            at[peer] = Long.remainderUnsigned(digest.getLong(), places);
            skip[peer] = Long.remainderUnsigned(digest.getLong(), places - 1) + 1;
        }
        Arrays.fill(table, FREE);
        for (int taken = 0; taken < places; taken++) {
            int peer = taken % at.length;
            while (table[(int) at[peer]] != FREE) {
                at[peer] = (at[peer] + skip[peer]) % places;
            }
            table[(int) at[peer]] = peer;
        }
    }

    @Override
    public List<String> peers() {
        return peers;
    }

    /** The owner of the key's place; for replicas, those of the places behind it. */
    @Override
    public List<String> of(String key, int count) {
        int wanted = Math.min(count, peers.size());
        int place = (int) Long.remainderUnsigned(md5.first64(key), table.length);
        List<String> found = new ArrayList<>(wanted);
        for (int i = place; found.size() < wanted; i = i + 1 == table.length ? 0 : i + 1) {
            String peer = peers.get(table[i]);
            if (!found.contains(peer)) {
                found.add(peer);
            }
        }
        return found;
    }
}
