package peerlab.kademlia;

import java.util.Arrays;

/**
 * The contacts that a lookup has heard of, the closest to its target first. It holds a few times k of them:
 * those farther away could only matter if all before them were gone.
 *
 * <p>Most of what an answer names has been heard of before and is among the closest, so a contact is looked
 * for from the front, by its number alone; distances are compared only for one that is to be put in its
 * place.
 */
final class Shortlist {

    // What a contact is that is added.
    static final int KNOWN = 0;
    static final int NEW = 1;
    static final int CLOSEST = 2;

    // What has become of one.
    static final int UNASKED = 0;
    static final int ASKED = 1;
    static final int ANSWERED = 2;
    static final int SILENT = 3;

    private static final int FIRST_CAPACITY = 64;
    private static final int LEAST_LIMIT = 64;
    private static final int LIMIT_IN_K = 4;
    private static final int HEARD_WORDS = 8;

    // An entry: the number of a contact, its state, and whether the present wave brought it.
    private static final int NUMBER_MASK = Directory.MOST - 1;
    private static final int STATE = Integer.numberOfTrailingZeros(Directory.MOST);
    private static final int STATE_MASK = 3;
    private static final int FRESH = 4 << STATE;

    private final Directory directory;
    private final Key target;
    private final int limit;
    private int[] entries = new int[FIRST_CAPACITY];
    private int[] distances = new int[FIRST_CAPACITY];
    private byte[] depths = new byte[FIRST_CAPACITY];
    /** A bit for the end of each number that was ever added: most of what is new is seen not to be there. */
    private final long[] heard = new long[HEARD_WORDS];
    private int size;
    private long heardAt = Long.MIN_VALUE;

    Shortlist(Directory directory, Key target, int k) {
        this.directory = directory;
        this.target = target;
        this.limit = Math.max(LEAST_LIMIT, LIMIT_IN_K * k);
    }

    int size() {
        return size;
    }

    /** Reads the front, where most of what an answer names stands. */
    int approach() {
        return (int) heard[0] + entries[0] + entries[15] + distances[15] + distances[31] + depths[15];
    }

    int contact(int index) {
        return entries[index] & NUMBER_MASK;
    }

    int state(int index) {
        return entries[index] >>> STATE & STATE_MASK;
    }

    void setState(int index, int state) {
        entries[index] = entries[index] & ~(STATE_MASK << STATE) | state << STATE;
    }

    int depth(int index) {
        return depths[index];
    }

    /** What is added from here on was heard of at this instant; all of one instant is one wave. */
    void hear(long now) {
        if (now != heardAt) {
            heardAt = now;
            for (int i = 0; i < size; i++) {
                entries[i] &= ~FRESH;
            }
        }
    }

    /**
     * Adds a contact. One heard of twice keeps the depth of the first time; of several in one wave the
     * smallest.
     *
     * @return whether it was in the list already, or is new, or is even the closest of all
     */
    int add(int contact, int depth) {
        int word = contact >>> 6 & HEARD_WORDS - 1;
        int known = (heard[word] & 1L << contact) == 0 ? -1 : indexOf(contact);
        if (known >= 0) {
            if (entries[known] >= FRESH && depth < depths[known]) {
                depths[known] = (byte) depth;
            }
            return KNOWN;
        }
        int distance = distance(contact);
        int index = position(contact, distance);
        if (index == limit) {
            return NEW;
        }
        makeRoom(index);
        heard[word] |= 1L << contact;
        entries[index] = contact | FRESH;
        distances[index] = distance;
        depths[index] = (byte) Math.min(depth, Byte.MAX_VALUE);
        return index == 0 ? CLOSEST : NEW;
    }

    /** The place of a contact; -1 where it is not in the list. */
    int indexOf(int contact) {
        int[] known = entries;
        int count = size;
        for (int i = 0; i < count; i++) {
            if ((known[i] & NUMBER_MASK) == contact) {
                return i;
            }
        }
        return -1;
    }

    /** The closest contact not asked yet among the k closest that did not fail; -1 where there is none. */
    int firstUnasked(int k) {
        int alive = 0;
        for (int i = 0; i < size && alive < k; i++) {
            int state = state(i);
            if (state == UNASKED) {
                return i;
            }
            if (state != SILENT) {
                alive++;
            }
        }
        return -1;
    }

    /** Whether the k closest that did not fail have all answered. */
    boolean isSettled(int k) {
        int answered = 0;
        for (int i = 0; i < size && answered < k; i++) {
            int state = state(i);
            if (state == ANSWERED) {
                answered++;
            } else if (state != SILENT) {
                return false;
            }
        }
        return true;
    }

    /** The first 32 bits of the distance; as distances are unsigned, their order is that of flipped signs. */
    private int distance(int contact) {
        return (int) ((directory.high(contact) ^ target.high()) >>> Integer.SIZE) ^ Integer.MIN_VALUE;
    }

    /** Where a contact that is not in the list belongs. Nearly always the first bits decide. */
    private int position(int contact, int distance) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            boolean isFarther = distances[middle] == distance
                    ? directory.compareDistances(target, contact(middle), contact) < 0
                    : distances[middle] < distance;
            if (isFarther) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Moves those from an index on one farther; where all places are taken, the last loses its own. */
    private void makeRoom(int index) {
        if (size == limit) {
            size--;
        } else if (size == entries.length) {
            int capacity = Math.min(limit, 2 * size);
            entries = Arrays.copyOf(entries, capacity);
            distances = Arrays.copyOf(distances, capacity);
            depths = Arrays.copyOf(depths, capacity);
        }
        int behind = size - index;
        System.arraycopy(entries, index, entries, index + 1, behind);
        System.arraycopy(distances, index, distances, index + 1, behind);
        System.arraycopy(depths, index, depths, index + 1, behind);
        size++;
    }
}
