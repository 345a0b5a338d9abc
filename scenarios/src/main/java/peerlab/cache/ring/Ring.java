package peerlab.cache.ring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import peerlab.cache.placement.Placement;
import peerlab.engine.base.PeerId;

/**
 * Which peers each key belongs to, among those of one network. What was asked once is remembered, so that a
 * key costs its hash one time.
 */
final class Ring {

    private static final PeerId[] NOBODY = {};

    private final List<PeerId> holders;
    private final int depth;
    private final Placement placement;
    private final Map<String, PeerId> byName = new HashMap<>();
    private PeerId[][] byKey = new PeerId[64][];

    /**
     * @param holders at least one
     * @param depth how many peers of a key are ever asked for
     */
    Ring(List<PeerId> holders, int depth, RingSettings settings) {
        this.holders = List.copyOf(holders);
        this.depth = Math.min(depth, holders.size());
        this.placement = holders.isEmpty() ? null
                : settings.placement(holders.stream().map(PeerId::name).toList());
        holders.forEach(holder -> byName.put(holder.name(), holder));
    }

    List<PeerId> holders() {
        return holders;
    }

    /** The peers of a key in order, its owner first, then its replicas, then those that stand in for them. */
    PeerId[] walk(CacheKey key) {
        if (placement == null) {
            return NOBODY;
        }
        int number = key.number();
        if (number >= byKey.length) {
            byKey = Arrays.copyOf(byKey, Math.max(2 * byKey.length, number + 1));
        }
        if (byKey[number] == null) {
            byKey[number] = placement.of(key.text(), depth).stream().map(byName::get)
                    .toArray(PeerId[]::new);
        }
        return byKey[number];
    }

    /** The peers of a key in order. */
    Stream<PeerId> each(CacheKey key) {
        return Arrays.stream(walk(key));
    }

    /** The first peer of a key; null where there is no peer at all. */
    PeerId owner(CacheKey key) {
        PeerId[] walk = walk(key);
        return walk.length == 0 ? null : walk[0];
    }
}
