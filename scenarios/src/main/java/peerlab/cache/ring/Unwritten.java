package peerlab.cache.ring;

import java.util.LinkedHashMap;
import java.util.Map;

import peerlab.engine.protocol.Context;

/**
 * What a cache that writes back has and the origin has not yet. It goes there after a while, or when it has
 * to make room; a crash takes it away.
 */
final class Unwritten {

    private final RingDeployment network;
    private final RingSettings settings;
    private final Map<Integer, Write> byKey = new LinkedHashMap<>();

    Unwritten(RingDeployment network, RingSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    /** The latest value under a key. */
    private record Write(CacheKey key, Item item) {
    }

    void add(CacheKey key, Item item, Context peer) {
        if (byKey.isEmpty()) {
            peer.startTimer(Alarm.FLUSH, settings.flush());
        }
        byKey.merge(key.number(), new Write(key, item),
                (before, write) -> before.item().isNewerThan(write.item()) ? before : write);
    }

    /** An entry is about to be gone. */
    void leaves(int key) {
        Write last = byKey.remove(key);
        if (last != null) {
            network.written(last.key(), last.item());
        }
    }

    void flush() {
        byKey.values().forEach(write -> network.written(write.key(), write.item()));
        byKey.clear();
    }

    int count() {
        return byKey.size();
    }
}
