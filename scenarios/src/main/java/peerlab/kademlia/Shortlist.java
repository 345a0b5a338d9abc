package peerlab.kademlia;

import java.util.Arrays;

/**
 * The contacts that a lookup has heard of, the closest to its target first. It holds a few times k of them:
 * those farther away could only matter if all before them were gone.
 */
final class Shortlist {

    static final byte UNASKED = 0;
    static final byte ASKED = 1;
    static final byte ANSWERED = 2;
    static final byte SILENT = 3;

    private static final int FIRST_CAPACITY = 32;
    private static final int LEAST_LIMIT = 64;
    private static final int LIMIT_IN_K = 4;

    private final Key target;
    private final int limit;
    private Contact[] contacts;
    private long[] distances;
    private byte[] states;
    private byte[] depths;
    private byte[] waves;
    private int size;

    Shortlist(Key target, int k) {
        this.target = target;
        this.limit = Math.max(LEAST_LIMIT, LIMIT_IN_K * k);
        this.contacts = new Contact[FIRST_CAPACITY];
        this.distances = new long[FIRST_CAPACITY];
        this.states = new byte[FIRST_CAPACITY];
        this.depths = new byte[FIRST_CAPACITY];
        this.waves = new byte[FIRST_CAPACITY];
    }

    int size() {
        return size;
    }

    Contact contact(int index) {
        return contacts[index];
    }

    byte state(int index) {
        return states[index];
    }

    void setState(int index, byte state) {
        states[index] = state;
    }

    int depth(int index) {
        return depths[index];
    }

    /**
     * Adds a contact. One heard of twice keeps the depth of the first time; of several at one instant, which
     * share a wave, the smallest.
     *
     * @return true where it is the closest of all
     */
    boolean add(Contact contact, int depth, byte wave) {
        long distance = contact.high ^ target.high() ^ Long.MIN_VALUE;
        if (size == limit && distance > distances[size - 1]) {
            return false;
        }
        int index = position(contact, distance);
        if (index < size && contacts[index] == contact) {
            if (waves[index] == wave && depth < depths[index]) {
                depths[index] = (byte) depth;
            }
            return false;
        }
        if (index == limit) {
            return false;
        }
        insert(index, contact, distance);
        states[index] = UNASKED;
        depths[index] = (byte) Math.min(depth, Byte.MAX_VALUE);
        waves[index] = wave;
        return index == 0;
    }

    /** The place of a contact; -1 where it is not in the list. */
    int indexOf(Contact contact) {
        int index = position(contact, contact.high ^ target.high() ^ Long.MIN_VALUE);
        return index < size && contacts[index] == contact ? index : -1;
    }

    /** The closest contact not asked yet among the k closest that did not fail; -1 where there is none. */
    int firstUnasked(int k) {
        int alive = 0;
        for (int i = 0; i < size && alive < k; i++) {
            if (states[i] == UNASKED) {
                return i;
            }
            if (states[i] != SILENT) {
                alive++;
            }
        }
        return -1;
    }

    /** Whether the k closest that did not fail have all answered. */
    boolean isSettled(int k) {
        int answered = 0;
        for (int i = 0; i < size && answered < k; i++) {
            if (states[i] == ANSWERED) {
                answered++;
            } else if (states[i] != SILENT) {
                return false;
            }
        }
        return true;
    }

    /**
     * The distance of the first 64 bits decides, nearly always; the order is unsigned, hence the flipped
     * sign. The search is written without branches to be guessed: half of the guesses would be wrong.
     */
    private int position(Contact contact, long distance) {
        int low = 0;
        int length = size;
        while (length > 0) {
            int half = length >>> 1;
            boolean isBefore = distances[low + half] < distance;
            low = isBefore ? low + half + 1 : low;
            length = isBefore ? length - half - 1 : half;
        }
        while (low < size && distances[low] == distance && contacts[low] != contact
                && target.compareDistances(contacts[low], contact) < 0) {
            low++;
        }
        return low;
    }

    private void insert(int index, Contact contact, long distance) {
        if (size == limit) {
            size--;
        } else if (size == contacts.length) {
            grow();
        }
        int behind = size - index;
        if (behind > 0) {
            System.arraycopy(contacts, index, contacts, index + 1, behind);
            System.arraycopy(distances, index, distances, index + 1, behind);
            System.arraycopy(states, index, states, index + 1, behind);
            System.arraycopy(depths, index, depths, index + 1, behind);
            System.arraycopy(waves, index, waves, index + 1, behind);
        }
        contacts[index] = contact;
        distances[index] = distance;
        size++;
    }

    private void grow() {
        int capacity = Math.min(limit, 2 * size);
        contacts = Arrays.copyOf(contacts, capacity);
        distances = Arrays.copyOf(distances, capacity);
        states = Arrays.copyOf(states, capacity);
        depths = Arrays.copyOf(depths, capacity);
        waves = Arrays.copyOf(waves, capacity);
    }
}
