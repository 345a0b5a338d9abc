package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.protocol.Context;

/**
 * What one peer asks of the origin. Where gets are coalesced, all that miss the same key meanwhile wait for
 * one answer.
 */
final class Fetches {

    private final RingPeer self;
    private final Map<Integer, List<Reading>> open = new LinkedHashMap<>();
    private final Map<CacheKey, Integer> byKey = new LinkedHashMap<>();
    private int latest;

    Fetches(RingPeer self) {
        this.self = self;
    }

    void fetch(Reading reading, Context peer) {
        CacheKey key = reading.key();
        Integer before = self.settings().coalesces() ? byKey.get(key) : null;
        if (before != null) {
            open.get(before).add(reading);
            return;
        }
        int number = ++latest;
        List<Reading> waiting = new ArrayList<>(1);
        waiting.add(reading);
        open.put(number, waiting);
        if (self.settings().coalesces()) {
            byKey.put(key, number);
        }
        self.network().meters().origin(key.size());
        if (peer.isWatched()) {
            peer.step(new Decision.AskedOrigin(key.text()));
        }
        peer.startTimer(new Alarm.Fetched(number), self.settings().origin().orElseThrow());
    }

    void arrived(int number, Context peer) {
        List<Reading> waiting = open.remove(number);
        CacheKey key = waiting.get(0).key();
        byKey.remove(key);
        Item item = self.network().origin(key);
        waiting.forEach(reading -> reading.fetched(item, peer));
        new Writing(self, Writing.Report.none(), key, item).begin(peer);
    }
}
