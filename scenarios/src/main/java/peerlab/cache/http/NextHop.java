package peerlab.cache.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.cache.placement.Placement;
import peerlab.cache.placement.Placements;
import peerlab.engine.base.PeerId;

/**
 * Which peer of a group is asked for a resource: always the same one, by rendezvous hashing, as the Cache
 * Array Routing Protocol has it. What was asked once is remembered.
 */
final class NextHop {

    private final Map<String, PeerId> byName = new LinkedHashMap<>();
    private final Placement placement;
    private PeerId[] byResource = new PeerId[64];

    /** @param peers at least one */
    NextHop(List<PeerId> peers) {
        peers.forEach(peer -> byName.put(peer.name(), peer));
        this.placement = Placements.named("rendezvous").orElseThrow()
                .over(List.copyOf(byName.keySet()), Map.of(), 1);
    }

    PeerId of(Resource url) {
        int number = url.number();
        if (number >= byResource.length) {
            byResource = Arrays.copyOf(byResource, Math.max(2 * byResource.length, number + 1));
        }
        if (byResource[number] == null) {
            byResource[number] = byName.get(placement.of(url.text()));
        }
        return byResource[number];
    }
}
