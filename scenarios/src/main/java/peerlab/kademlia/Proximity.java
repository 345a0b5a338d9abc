package peerlab.kademlia;

import java.util.List;

/**
 * Tells which ids are closest to a point: the XOR metric (section 2.1) at work. This is the hook {@code
 * closest}: a student's class answers with it what a peer returns to {@code FindNode}, and where the
 * peer's own lookups begin.
 */
@FunctionalInterface
public interface Proximity {

    /**
     * The ids closest to a point, the closest first.
     *
     * @param target the point, which need not be anybody's id
     * @param count how many are wanted; fewer are given only where fewer are known
     * @param known the ids to choose from, each once, in no particular order; not to be changed
     */
    List<Key> closest(Key target, int count, List<Key> known);
}
