package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import peerlab.engine.base.PeerId;

/**
 * Whom one peer knows. Two rosters that have heard of the same are equal in whatever order they did: of each
 * peer the latest counts.
 */
final class Roster {

    private final TreeMap<Integer, RingMember> byPeer = new TreeMap<>();
    private long sum;
    private int changes;

    /** Takes in what somebody says; true where it was news. */
    boolean hear(RingMember said) {
        RingMember known = byPeer.get(said.peer().index());
        if (known != null && !said.isNewerThan(known)) {
            return false;
        }
        sum ^= (known == null ? 0 : known.sum()) ^ said.sum();
        byPeer.put(said.peer().index(), said);
        changes++;
        return true;
    }

    /** Takes in what somebody says of several; what of it was news. */
    List<RingMember> hear(List<RingMember> said) {
        return said.stream().filter(this::hear).toList();
    }

    List<RingMember> all() {
        return List.copyOf(byPeer.values());
    }

    /** All who have not left, but for one. */
    List<PeerId> others(PeerId self) {
        List<PeerId> others = new ArrayList<>();
        for (RingMember member : byPeer.values()) {
            if (!member.hasLeft() && !member.peer().equals(self)) {
                others.add(member.peer());
            }
        }
        return others;
    }

    /** Those to whom the keys of a network belong. */
    List<PeerId> holders(String ring) {
        return byPeer.values().stream().filter(member -> member.holdsKeys() && member.ring().equals(ring))
                .map(RingMember::peer).toList();
    }

    /** Equal for two who know the same. */
    long sum() {
        return sum;
    }

    /** Grows with all that is heard. */
    int changes() {
        return changes;
    }
}
