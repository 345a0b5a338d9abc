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
    private final int[] numbers;
    /** The first 64 bits of each id: nearly always they decide, and halving follows no references. */
    private final long[] highs;

    IdSpace(Collection<Contact> contacts) {
        this.sorted = inOrder(contacts.toArray(new Contact[0]));
        this.numbers = new int[sorted.length];
        this.highs = new long[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            numbers[i] = sorted[i].peer().index();
            highs[i] = sorted[i].high;
        }
    }

    /**
     * Sorts numbers made of the first bits of an id and of a place; contacts are compared only where those
     * bits agree.
     */
    private static Contact[] inOrder(Contact[] contacts) {
        long placeMask = Math.max(1, Integer.highestOneBit(contacts.length) * 2L) - 1;
        long[] keys = new long[contacts.length];
        Arrays.setAll(keys, i -> contacts[i].high & ~placeMask ^ Long.MIN_VALUE | i);
        Arrays.sort(keys);
        Contact[] sorted = new Contact[contacts.length];
        Arrays.setAll(sorted, i -> contacts[(int) (keys[i] & placeMask)]);
        for (int i = 1, first = 0; i <= keys.length; i++) {
            if (i == keys.length || (keys[i] & ~placeMask) != (keys[first] & ~placeMask)) {
                if (i - first > 1) {
                    Arrays.sort(sorted, first, i, Contact::compareIds);
                }
                first = i;
            }
        }
        return sorted;
    }

    int size() {
        return sorted.length;
    }

    Contact get(int index) {
        return sorted[index];
    }

    /** The number of the contact at an index, as {@link Directory} counts. */
    int number(int index) {
        return numbers[index];
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
            if (bit(middle, bit)) {
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
        int[] few = new int[high - low];
        for (int i = 0; i < few.length; i++) {
            int place = i;
            while (place > 0 && isCloser(target, low + i, few[place - 1])) {
                few[place] = few[place - 1];
                place--;
            }
            few[place] = low + i;
        }
        for (int index : few) {
            if (closest.size() < count && isWanted.test(sorted[index].peer())) {
                closest.add(sorted[index]);
            }
        }
    }

    private boolean isCloser(Key target, int first, int second) {
        long difference = highs[first] ^ target.high();
        long other = highs[second] ^ target.high();
        return difference != other
                ? Long.compareUnsigned(difference, other) < 0
                : target.compareDistances(sorted[first], sorted[second]) < 0;
    }

    private boolean bit(int index, int bit) {
        if (bit < 64) {
            return (highs[index] >>> 63 - bit & 1) != 0;
        }
        Contact contact = sorted[index];
        return bit < 128 ? (contact.middle >>> 127 - bit & 1) != 0 : (contact.low >>> 159 - bit & 1) != 0;
    }
}
