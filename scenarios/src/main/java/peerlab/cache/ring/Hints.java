package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/** What a peer keeps for others that did not answer, until it can hand it over. */
final class Hints {

    /** So many are kept; those who would be more are refused. */
    static final int LIMIT = 100_000;

    private final RingPeer self;
    private final Map<CacheKey, Hint> all = new LinkedHashMap<>();

    Hints(RingPeer self) {
        this.self = self;
    }

    /** A value and whose it is. */
    record Hint(Item item, PeerId meant) {
    }

    Keeping keep(PeerId meant, CacheKey key, Item item, Context peer) {
        Hint before = all.get(key);
        if (before == null && all.size() == LIMIT) {
            return Keeping.REFUSED;
        }
        if (before == null || !before.item().isNewerThan(item)) {
            all.put(key, new Hint(item, meant));
        }
        if (all.size() == 1) {
            peer.startTimer(Alarm.HAND_OFF, self.settings().handOff());
        }
        return Keeping.KEPT;
    }

    /** What is kept under a key for somebody; null where nothing is. */
    Item find(CacheKey key) {
        Hint hint = all.get(key);
        return hint == null ? null : hint.item();
    }

    int count() {
        return all.size();
    }

    /** Tries to hand everything over. */
    void handOver(Context peer) {
        List<Map.Entry<CacheKey, Hint>> waiting = new ArrayList<>(all.entrySet());
        for (Map.Entry<CacheKey, Hint> each : waiting) {
            Hint hint = each.getValue();
            PeerId home = home(each.getKey(), hint);
            if (home == null || home.equals(peer.self())) {
                all.remove(each.getKey());
                self.keep(each.getKey(), hint.item(), peer);
                continue;
            }
            self.calls().ask(home, new Set(self.calls().next(), each.getKey(), hint.item(), null, false),
                    new Handing(each.getKey(), hint), peer);
        }
        if (!all.isEmpty()) {
            peer.startTimer(Alarm.HAND_OFF, self.settings().handOff());
        }
    }

    /** Whose it is: who was meant, unless that peer has left. */
    private PeerId home(CacheKey key, Hint hint) {
        return self.ring().holders().contains(hint.meant()) ? hint.meant() : self.ring().owner(key);
    }

    /** One value on its way home. */
    private final class Handing implements Awaiting {

        private final CacheKey key;
        private final Hint hint;

        Handing(CacheKey key, Hint hint) {
            this.key = key;
            this.hint = hint;
        }

        @Override
        public void onAnswer(PeerId from, Message answer, Context peer) {
            if (all.get(key) == hint) {
                all.remove(key);
                self.network().meters().handedOver();
                if (peer.isWatched()) {
                    peer.step(new Decision.HandedOver(key.text(), from));
                }
            }
        }

        @Override
        public void onSilence(PeerId from, String why, Context peer) {
            // it stays, and is tried again
        }
    }
}
