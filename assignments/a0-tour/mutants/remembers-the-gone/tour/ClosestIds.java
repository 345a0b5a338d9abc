package tour;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import peerlab.grading.proof.Misses;
import peerlab.kademlia.Key;
import peerlab.kademlia.Proximity;

/** Wrong: chooses from all ids that it was ever told, those of peers long gone among them. */
@Misses("lookups recover when a third of all peers has crashed")
public final class ClosestIds implements Proximity {

    private final Set<Key> told = new TreeSet<>(Comparator.comparing(Key::toString));

    @Override
    public List<Key> closest(Key target, int count, List<Key> known) {
        told.addAll(known);
        return told.stream().sorted(byDistanceTo(target)).limit(count).toList();
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
