package peerlab.kademlia;

import java.util.Arrays;
import java.util.function.Function;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;

/**
 * Fills tables as joining would in the long run: each distance range holds k contacts, or all there are,
 * drawn uniformly without replacement.
 *
 * <p>The range of a peer that shares exactly n bits with it is one stretch of the sorted ids, so a draw is a
 * random index. Peers are taken in the order of their ids: neighbours share most of their ranges, and
 * only what differs is searched for.
 */
final class Convergence {

    private static final int SPARSE = 2;

    private final IdSpace space;
    private final RandomSource random;
    private final int[] lows = new int[Key.BITS + 2];
    private final int[] splits = new int[Key.BITS + 2];
    private final int[] highs = new int[Key.BITS + 2];
    private final Contact[][] ranges = new Contact[Key.BITS + 1][];
    private int[] scratch = new int[64];
    private int known;

    Convergence(IdSpace space, RandomSource random) {
        this.space = space;
        this.random = random;
    }

    /** Fills the tables of all peers of the space. */
    void fill(Function<Contact, Kademlia> peers) {
        lows[0] = 0;
        highs[0] = space.size();
        known = 0;
        for (int index = 0; index < space.size(); index++) {
            Contact contact = space.get(index);
            int shared = index == 0 ? 0 : contact.prefixWith(space.get(index - 1));
            known = Math.min(known, shared);
            Kademlia peer = peers.apply(contact);
            deal(peer, index, peer.settings().k());
            peer.settle();
        }
    }

    private void deal(Kademlia peer, int index, int k) {
        int count = 0;
        while (highs[count] - lows[count] - 1 > k) {
            descend(count, index);
            ranges[count] = index >= splits[count]
                    ? draw(lows[count], splits[count], -1, k)
                    : draw(splits[count], highs[count], -1, k);
            count++;
        }
        ranges[count] = draw(lows[count], highs[count], index, k);
        if (peer.table() instanceof KBuckets buckets) {
            buckets.deal(ranges, count + 1);
        } else {
            tell(peer.table(), count + 1);
        }
    }

    /** Finds the two halves of a level of the tree, and which of them is the next level for a peer. */
    private void descend(int level, int index) {
        if (level >= known) {
            splits[level] = space.split(lows[level], highs[level], level);
            known = level + 1;
        }
        boolean isUpper = index >= splits[level];
        lows[level + 1] = isUpper ? splits[level] : lows[level];
        highs[level + 1] = isUpper ? highs[level] : splits[level];
    }

    /**
     * Draws contacts from a stretch of the ids; {@code except} is an index in it that is not meant, or
     * -1.
     */
    private Contact[] draw(int low, int high, int except, int k) {
        int size = high - low;
        if (except >= 0 || size < SPARSE * k) {
            return drawDense(low, high, except, k);
        }
        Contact[] drawn = new Contact[k];
        for (int i = 0; i < k; i++) {
            Contact candidate = space.get(low + random.nextInt(size));
            while (isAmong(candidate, drawn, i)) {
                candidate = space.get(low + random.nextInt(size));
            }
            drawn[i] = candidate;
        }
        return drawn;
    }

    private Contact[] drawDense(int low, int high, int except, int k) {
        if (scratch.length < high - low) {
            scratch = new int[2 * (high - low)];
        }
        int length = 0;
        for (int i = low; i < high; i++) {
            if (i != except) {
                scratch[length++] = i;
            }
        }
        int count = Math.min(k, length);
        random.sample(scratch, length, count);
        Contact[] drawn = new Contact[count];
        Arrays.setAll(drawn, i -> space.get(scratch[i]));
        return drawn;
    }

    private void tell(RoutingTable table, int count) {
        for (int range = 0; range < count; range++) {
            for (Contact contact : ranges[range]) {
                table.seen(contact, SimTime.ZERO);
            }
        }
    }

    private static boolean isAmong(Contact candidate, Contact[] drawn, int count) {
        for (int i = 0; i < count; i++) {
            if (drawn[i] == candidate) {
                return true;
            }
        }
        return false;
    }
}
