package tour;

import java.util.Comparator;
import java.util.List;

import peerlab.grading.proof.Misses;
import peerlab.kademlia.Key;
import peerlab.kademlia.Proximity;

/** Wrong: sorts the list of the peer that asks. */
@Misses("the list of the known ids is left as it is")
public final class ClosestIds implements Proximity {

    @Override
    public List<Key> closest(Key target, int count, List<Key> known) {
        known.sort(byDistanceTo(target));
        return List.copyOf(known.subList(0, Math.min(count, known.size())));
    }

    private static Comparator<Key> byDistanceTo(Key target) {
        Comparator<Key> byFirst = (a, b) ->
                Long.compareUnsigned(a.high() ^ target.high(), b.high() ^ target.high());
        return byFirst
                .thenComparing((a, b) ->
                        Long.compareUnsigned(a.middle() ^ target.middle(), b.middle() ^ target.middle()))
                .thenComparing((a, b) ->
                        Integer.compareUnsigned(a.low() ^ target.low(), b.low() ^ target.low()));
    }
}
