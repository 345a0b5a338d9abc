package peerlab.kademlia;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import peerlab.engine.base.PeerId;

/**
 * All ids of a network in their order: the truth that answers are judged by. Those that share a prefix
 * lie side by side, so the peers closest to a point are found by halving, as in a tree.
 */
final class IdSpace {

    private static final int SMALL = 8;

    private final Contact[] sorted;

    IdSpace(Collection<Contact> contacts) {
        this.sorted = contacts.toArray(new Contact[0]);
        Arrays.sort(sorted, Contact::compareIds);
    }

    int size() {
        return sorted.length;
    }

    Contact get(int index) {
        return sorted[index];
    }

    /**
     * Where, among the ids from {@code low} up to {@code high} that agree in all bits before, the given
     * bit is one.
     */
    int split(int low, int high, int bit) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = from + to >>> 1;
            if (bit(sorted[middle], bit)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** The peers closest to a point among those wanted, the closest first. */
    List<Contact> closest(Key target, int count, Predicate<PeerId> isWanted) {
        List<Contact> closest = new ArrayList<>(Math.min(count, sorted.length));
        collect(target, count, isWanted, 0, sorted.length, 0, closest);
        return closest;
    }

    private void collect(
            Key target, int count, Predicate<PeerId> isWanted, int low, int high, int bit,
            List<Contact> closest) {
        if (closest.size() >= count || low == high) {
            return;
        }
        if (high - low <= SMALL) {
            collectSmall(target, count, isWanted, low, high, closest);
            return;
        }
        int split = split(low, high, bit);
        boolean isUpper = target.bit(bit);
        collect(target, count, isWanted, isUpper ? split : low, isUpper ? high : split, bit + 1, closest);
        collect(target, count, isWanted, isUpper ? low : split, isUpper ? split : high, bit + 1, closest);
    }

    private void collectSmall(
            Key target, int count, Predicate<PeerId> isWanted, int low, int high, List<Contact> closest) {
        Contact[] few = Arrays.copyOfRange(sorted, low, high);
        Arrays.sort(few, target::compareDistances);
        for (Contact contact : few) {
            if (closest.size() < count && isWanted.test(contact.peer())) {
                closest.add(contact);
            }
        }
    }

    private static boolean bit(Contact contact, int bit) {
        if (bit < 64) {
            return (contact.high >>> 63 - bit & 1) != 0;
        }
        return bit < 128 ? (contact.middle >>> 127 - bit & 1) != 0 : (contact.low >>> 159 - bit & 1) != 0;
    }
}
