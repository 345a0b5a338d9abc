package tour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import peerlab.grading.proof.Misses;
import peerlab.kademlia.Key;
import peerlab.kademlia.Proximity;

/** Wrong: gives away one of its places to the farthest that it knows, for variety. */
@Misses("a lookup asks no more peers than the reference does")
public final class ClosestIds implements Proximity {

    @Override
    public List<Key> closest(Key target, int count, List<Key> known) {
        List<Key> sorted = known.stream().sorted(byDistanceTo(target)).toList();
        List<Key> chosen = new ArrayList<>(sorted.subList(0, Math.min(count, sorted.size())));
        if (sorted.size() > count) {
            chosen.set(count - 1, sorted.get(sorted.size() - 1));
        }
        return chosen;
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
