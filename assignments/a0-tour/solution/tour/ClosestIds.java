package tour;

import java.util.Comparator;
import java.util.List;

import peerlab.kademlia.Key;
import peerlab.kademlia.Proximity;

/** Sorts by the distance of section 2.1: the exclusive or, compared from its first bit on. */
public final class ClosestIds implements Proximity {

    @Override
    public List<Key> closest(Key target, int count, List<Key> known) {
        return known.stream().sorted(byDistanceTo(target)).limit(count).toList();
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
