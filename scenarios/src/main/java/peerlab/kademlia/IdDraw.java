package peerlab.kademlia;

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
    Directory of(List<Member> members) {
        boolean isCrowded = bits <= CROWDED_BITS;
        if (isCrowded && members.size() > 1L << bits) {
            throw new IllegalArgumentException(
                    members.size() + " peers need ids of their own, and " + bits + " bits make "
                            + (1L << bits) + "; raise bits to "
                            + (64 - Long.numberOfLeadingZeros(members.size() - 1L)) + " or more");
        }
        int capacity = members.stream().mapToInt(member -> member.id().index() + 1).max().orElse(0);
        Directory directory = new Directory(capacity);
        for (Member member : members) {
            if (near(member).equals(Settings.ANYWHERE)) {
                directory.enter(member.id(), draw(member, new Key(0, 0, 0), 0, isCrowded));
            }
        }
        List<Contact> others = directory.contacts();
        int shared = sharedBits(members.size());
        for (Member member : members) {
            if (!near(member).equals(Settings.ANYWHERE)) {
                directory.enter(member.id(), draw(member, point(near(member), others), shared, true));
            }
        }
        return directory;
    }

    private static String near(Member member) {
        return member.parameters().word(Settings.NEAR);
    }

    private Key draw(Member member, Key point, int shared, boolean isChecked) {
        RandomSource own = random.stream(member.id().name());
        Key id = point.near(shared, own).first(bits);
        while (isChecked && !taken.add(id)) {
            id = point.near(shared, own).first(bits);
        }
        return id;
    }

    /** A peer's own id, where somebody is called so who has drawn one; else the place of a key. */
    private Key point(String name, List<Contact> drawn) {
        for (Contact contact : drawn) {
            if (contact.peer().name().equals(name)) {
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
