package peerlab.kademlia;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Member;

/**
 * Gives each member of a network an id: its first {@code bits} bits are uniform and unique, the others zero.
 * Those who are {@code near} something choose theirs instead: they share half of the bits with it and leave
 * the rest to chance. No honest peer comes so close, unless ids are short.
 */
final class IdDraw {

    private static final int CROWDED_BITS = 62;

    private final int bits;
    private final RandomSource random;
    private final Function<String, Key> places;
    private final Set<Key> taken = new HashSet<>();

    /** @param places the point that a key stands for */
    IdDraw(int bits, RandomSource random, Function<String, Key> places) {
        this.bits = bits;
        this.random = random;
        this.places = places;
    }

    /** The members with their ids, in their order. */
    List<Contact> of(List<Member> members) {
        boolean isCrowded = bits <= CROWDED_BITS;
        if (isCrowded && members.size() > 1L << bits) {
            throw new IllegalArgumentException(
                    members.size() + " peers need ids of their own, and " + bits + " bits make "
                            + (1L << bits) + "; raise bits to "
                            + (64 - Long.numberOfLeadingZeros(members.size() - 1L)) + " or more");
        }
        Contact[] contacts = new Contact[members.size()];
        for (int i = 0; i < contacts.length; i++) {
            if (near(members.get(i)).equals(Settings.ANYWHERE)) {
                contacts[i] = draw(members.get(i), new Key(0, 0, 0), 0, isCrowded);
            }
        }
        int shared = sharedBits(members.size());
        List<Contact> all = new ArrayList<>(contacts.length);
        for (int i = 0; i < contacts.length; i++) {
            Member member = members.get(i);
            all.add(contacts[i] != null ? contacts[i]
                    : draw(member, point(near(member), contacts), shared, true));
        }
        return all;
    }

    private static String near(Member member) {
        return member.parameters().word(Settings.NEAR);
    }

    private Contact draw(Member member, Key point, int shared, boolean isChecked) {
        RandomSource own = random.stream(member.id().name());
        Key id = point.near(shared, own).first(bits);
        while (isChecked && !taken.add(id)) {
            id = point.near(shared, own).first(bits);
        }
        return new Contact(member.id(), id);
    }

    /** A peer's own id, where somebody is called so who has drawn one; else the place of a key. */
    private Key point(String name, Contact[] drawn) {
        for (Contact contact : drawn) {
            if (contact != null && contact.peer().name().equals(name)) {
                return contact.key();
            }
        }
        return places.apply(name);
    }

    /** Half of the bits, or as many as leave room for twice as many ids as there are peers. */
    private int sharedBits(int peers) {
        int room = 64 - Long.numberOfLeadingZeros(2L * peers - 1);
        return Math.max(0, Math.min(bits / 2, bits - room));
    }
}
