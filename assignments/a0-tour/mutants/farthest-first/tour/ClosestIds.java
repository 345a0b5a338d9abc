package tour;

import java.util.Comparator;
import java.util.List;

import peerlab.grading.proof.Misses;
import peerlab.kademlia.Key;
import peerlab.kademlia.Proximity;

/** Wrong: the right ids, the wrong way round. */
@Misses("the closest comes first, then the next, as with numbers of any size")
public final class ClosestIds implements Proximity {

    @Override
    public List<Key> closest(Key target, int count, List<Key> known) {
        return known.stream()
                .sorted(byDistanceTo(target))
                .limit(count)
                .sorted(byDistanceTo(target).reversed())
                .toList();
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
