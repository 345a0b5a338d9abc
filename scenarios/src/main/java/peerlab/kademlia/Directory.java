package peerlab.kademlia;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

import peerlab.engine.base.PeerId;

/**
 * The contacts of a network by number, with their ids in columns. Tables, answers and lookups hold a contact
 * as its number, which is the index of its peer; whoever needs the id of one, or of twenty to compare, reads
 * it here and follows no reference.
 */
final class Directory implements IntFunction<PeerId> {

    /** Stands for no contact. */
    static final int NOBODY = -1;
    /** More numbers than this have no room in a table, which uses the bits above. */
    static final int MOST = 1 << 28;

    private Contact[] contacts;
    private PeerId[] peers;
    private long[] highs;
    private long[] middles;
    private int[] lows;

    /** @param capacity the largest number that is expected, and one more */
    Directory(int capacity) {
        contacts = new Contact[capacity];
        peers = new PeerId[capacity];
        highs = new long[capacity];
        middles = new long[capacity];
        lows = new int[capacity];
    }

    /** The directory that a contact stands in; one of its own for a contact that stands in none. */
    static Directory of(Contact contact) {
        return contact.directory() == null ? new Directory(contact.peer().index() + 1) : contact.directory();
    }

    /** Enters a peer that has been given an id. */
    Contact enter(PeerId peer, Key id) {
        Contact contact = new Contact(peer, id, this);
        put(contact);
        return contact;
    }

    /** The number of a contact, which is entered where it is unknown. */
    int number(Contact contact) {
        int number = contact.peer().index();
        if (contact.directory() != this && !holds(number)) {
            put(contact);
        }
        return number;
    }

    /** The number of a peer that takes part. */
    int number(PeerId peer) {
        int number = peer.index();
        if (!holds(number)) {
            throw new IllegalArgumentException(peer + " is no member of this Kademlia network");
        }
        return number;
    }

    /** Numbers are below this. */
    int capacity() {
        return contacts.length;
    }

    /** Null where nobody has that number. */
    Contact contact(int number) {
        return contacts[number];
    }

    PeerId peer(int number) {
        return peers[number];
    }

    @Override
    public PeerId apply(int number) {
        return peers[number];
    }

    /** All that stand in it, in the order of their numbers. */
    List<Contact> contacts() {
        return Arrays.stream(contacts).filter(Objects::nonNull).toList();
    }

    /** Some of them. */
    List<Contact> contacts(int[] numbers) {
        Contact[] chosen = new Contact[numbers.length];
        Arrays.setAll(chosen, i -> contacts[numbers[i]]);
        return Collections.unmodifiableList(Arrays.asList(chosen));
    }

    /** The first 64 bits of an id. */
    long high(int number) {
        return highs[number];
    }

    /** How many leading bits two ids share. */
    int prefix(int first, int second) {
        long difference = highs[first] ^ highs[second];
        return difference != 0
                ? Long.numberOfLeadingZeros(difference)
                : Key.leadingZeros(0, middles[first] ^ middles[second], lows[first] ^ lows[second]);
    }

    /** How many leading bits an id shares with a point. */
    int prefix(int number, Key point) {
        long difference = highs[number] ^ point.high();
        return difference != 0
                ? Long.numberOfLeadingZeros(difference)
                : Key.leadingZeros(0, middles[number] ^ point.middle(), lows[number] ^ point.low());
    }

    /** Whether an id and a point differ in a bit, counted from the front. */
    boolean differs(int number, Key point, int bit) {
        if (bit < 64) {
            return ((highs[number] ^ point.high()) >>> 63 - bit & 1) != 0;
        }
        return bit < 128
                ? ((middles[number] ^ point.middle()) >>> 127 - bit & 1) != 0
                : ((lows[number] ^ point.low()) >>> 159 - bit & 1) != 0;
    }

    /** Negative where the first is closer to a point than the second. */
    int compareDistances(Key target, int first, int second) {
        int order = Long.compareUnsigned(highs[first] ^ target.high(), highs[second] ^ target.high());
        if (order == 0) {
            order = Long.compareUnsigned(
                    middles[first] ^ target.middle(), middles[second] ^ target.middle());
        }
        return order != 0
                ? order
                : Integer.compareUnsigned(lows[first] ^ target.low(), lows[second] ^ target.low());
    }

    private boolean holds(int number) {
        return number < contacts.length && contacts[number] != null;
    }

    private void put(Contact contact) {
        int number = contact.peer().index();
        if (number >= MOST) {
            throw new IllegalArgumentException("contacts are numbered below " + MOST + ", found " + number);
        }
        if (number >= contacts.length) {
            grow(Math.max(number + 1, 2 * contacts.length));
        }
        contacts[number] = contact;
        peers[number] = contact.peer();
        highs[number] = contact.high;
        middles[number] = contact.middle;
        lows[number] = contact.low;
    }

    private void grow(int capacity) {
        contacts = Arrays.copyOf(contacts, capacity);
        peers = Arrays.copyOf(peers, capacity);
        highs = Arrays.copyOf(highs, capacity);
        middles = Arrays.copyOf(middles, capacity);
        lows = Arrays.copyOf(lows, capacity);
    }
}
