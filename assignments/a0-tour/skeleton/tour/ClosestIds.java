package tour;

import java.util.List;

import peerlab.kademlia.Key;
import peerlab.kademlia.Proximity;

/** Yours to write: which of the ids that a peer knows are closest to a point? */
public final class ClosestIds implements Proximity {

    @Override
    public List<Key> closest(Key target, int count, List<Key> known) {
        return List.of();
    }
}
