package peerlab.kademlia;

import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Timer;

/**
 * What a peer does without being asked (section 2.5): refreshing buckets, republishing values, dropping
 * those that expired, caching along the lookup path, and giving newcomers the values that belong to them.
 */
final class Upkeep {

    private static final int MOST_HALVINGS = 40;
    private static final int REPUBLISH_SPREAD = 10;
    private static final Awaiting NOBODY = new Nobody();

    private final Kademlia node;
    private long[] lookedUp = {};
    private long startedAt;
    private int attempts;

    Upkeep(Kademlia node) {
        this.node = node;
    }

    void onStart(Context peer) {
        startedAt = peer.now().nanos();
        peer.startTimer(Alarm.REFRESH, node.settings().refresh());
    }

    void onTimer(Timer timer, Context peer) {
        if (timer instanceof Alarm.Refresh) {
            refreshDue(peer);
        } else if (timer instanceof Alarm.Upkeep) {
            tend(peer);
        }
    }

    /**
     * How long to wait before joining is tried again: twice as long each time, up to the refresh
     * interval.
     */
    Span nextAttempt() {
        long wait = node.settings().timeout().nanos() << Math.min(attempts, MOST_HALVINGS / 2);
        attempts++;
        return Span.nanos(Math.min(wait, node.settings().refresh().nanos()));
    }

    /** A lookup in a bucket's range spares it the next refresh. */
    void noteLookup(Key target, long now) {
        int range = Math.min(node.contact().prefixWith(target), node.ranges() - 1);
        if (range >= lookedUp.length) {
            int known = lookedUp.length;
            lookedUp = Arrays.copyOf(lookedUp, node.ranges());
            Arrays.fill(lookedUp, known, lookedUp.length, startedAt);
        }
        lookedUp[range] = now;
    }

    /** Looks up a random id in a bucket's range. */
    void refresh(int range, Context peer) {
        Key target = Key.inRange(node.contact(), range, peer.random()).first(node.settings().bits());
        node.search(target, false, (lookup, p) -> { }, peer);
    }

    /**
     * Takes in a value. The nearer the peers between this one and the key, the shorter a cached copy
     * lives.
     */
    void hold(Key key, Item item, boolean isCached, Context peer) {
        Settings settings = node.settings();
        long now = peer.now().nanos();
        long expires = isCached
                ? now + (settings.expiry().nanos() >> Math.min(MOST_HALVINGS, closerThanSelf(key)))
                : item.published().nanos() + settings.expiry().nanos();
        long republish = now + settings.republish().nanos()
                + peer.random().nextLong(settings.republish().nanos() / REPUBLISH_SPREAD);
        node.holdings().hold(new Holdings.Holding(key, item, isCached, expires, republish));
        afterStoring(peer);
    }

    /** The publisher publishes its own value afresh before it expires anywhere. */
    void rememberPublication(Key key, Item item, Context peer) {
        long due = peer.now().nanos() + publishInterval();
        node.holdings().publish(new Holdings.Publication(key, item.value(), due));
        afterStoring(peer);
    }

    /** Sets the timer for whatever falls due first. */
    void afterStoring(Context peer) {
        long next = node.holdings().nextDue();
        if (next != Long.MAX_VALUE) {
            peer.startTimer(Alarm.UPKEEP, Span.nanos(Math.max(1, next - peer.now().nanos())));
        }
    }

    /**
     * After a successful get: a copy for the closest peer that was asked and did not have it (section
     * 2.3).
     */
    void cache(Lookup lookup, Context peer) {
        int closest = lookup.closestWithout();
        if (closest != Directory.NOBODY) {
            Store copy = new Store(node.calls().next(), lookup.target(), lookup.item(), true);
            node.calls().ask(node.directory().peer(closest), copy, NOBODY, peer);
        }
    }

    /**
     * A newcomer to the table receives the values to which it is one of the k closest. Of those who hold
     * a value only the closest sends it, so that it is sent about once (section 2.5).
     */
    void welcome(int newcomer, Context peer) {
        if (node.holdings().all().isEmpty()) {
            return;
        }
        long now = peer.now().nanos();
        int k = node.settings().k();
        PeerId to = node.directory().peer(newcomer);
        for (Holdings.Holding holding : List.copyOf(node.holdings().all())) {
            if (!holding.isCached && holding.expires > now && isForMeToHandOver(holding.key, newcomer, k)) {
                Store store = new Store(node.calls().next(), holding.key, holding.item, false);
                node.calls().ask(to, store, NOBODY, peer);
            }
        }
    }

    /**
     * Before this peer goes: each value for which it is one of the k closest is stored at whoever becomes
     * one of them without it.
     */
    void handOver(Context peer) {
        long now = peer.now().nanos();
        Directory directory = node.directory();
        for (Holdings.Holding holding : List.copyOf(node.holdings().all())) {
            int[] closest = node.closest(holding.key, Directory.NOBODY);
            int successor = farthest(closest, holding.key);
            boolean isMine = closest.length == node.settings().k()
                    && directory.compareDistances(holding.key, node.number(), successor) < 0;
            if (isMine && !holding.isCached && holding.expires > now) {
                Store store = new Store(node.calls().next(), holding.key, holding.item, false);
                node.calls().ask(directory.peer(successor), store, NOBODY, peer);
            }
        }
    }

    private int farthest(int[] contacts, Key key) {
        int farthest = Directory.NOBODY;
        for (int contact : contacts) {
            if (farthest == Directory.NOBODY
                    || node.directory().compareDistances(key, contact, farthest) > 0) {
                farthest = contact;
            }
        }
        return farthest;
    }

    private boolean isForMeToHandOver(Key key, int newcomer, int k) {
        int closerThanNewcomer = 0;
        Directory directory = node.directory();
        for (int known : node.closest(key, newcomer)) {
            if (directory.compareDistances(key, known, node.number()) < 0) {
                return false;
            }
            if (directory.compareDistances(key, known, newcomer) < 0) {
                closerThanNewcomer++;
            }
        }
        return closerThanNewcomer < k;
    }

    private void refreshDue(Context peer) {
        long now = peer.now().nanos();
        long refresh = node.settings().refresh().nanos();
        for (int range = 0; range < node.ranges() && node.size() > 0; range++) {
            if (lastLookup(range) + refresh <= now) {
                refresh(range, peer);
            }
        }
        long next = now + refresh;
        for (int range = 0; range < node.ranges(); range++) {
            long due = lastLookup(range) + refresh;
            next = due > now ? Math.min(next, due) : next;
        }
        peer.startTimer(Alarm.REFRESH, Span.nanos(Math.max(1, next - now)));
    }

    private long lastLookup(int range) {
        return range < lookedUp.length ? lookedUp[range] : startedAt;
    }

    private void tend(Context peer) {
        long now = peer.now().nanos();
        node.holdings().dropExpired(now);
        for (Holdings.Holding holding : node.holdings().dueForRepublishing(now)) {
            holding.republish = now + node.settings().republish().nanos();
            node.publish(holding.key, holding.item, (lookup, holders, p) -> { }, peer);
        }
        for (Holdings.Publication publication : node.holdings().dueForPublishing(now)) {
            publication.due = now + publishInterval();
            Item item = new Item(publication.value, peer.self(), peer.now());
            node.publish(publication.key, item, (lookup, holders, p) -> { }, peer);
        }
        afterStoring(peer);
    }

    private long publishInterval() {
        Settings settings = node.settings();
        long expiry = settings.expiry().nanos();
        return Math.max(expiry - settings.republish().nanos(), expiry / 2);
    }

    private int closerThanSelf(Key key) {
        int closer = 0;
        for (int known : node.closest(key, Directory.NOBODY)) {
            if (node.directory().compareDistances(key, known, node.number()) < 0) {
                closer++;
            }
        }
        return closer;
    }

    /** A copy that nobody waits for. */
    private static final class Nobody implements Awaiting {

        @Override
        public void onAnswer(int from, Message answer, Context peer) {
            // It arrived.
        }

        @Override
        public void onSilence(int from, Context peer) {
            // The table has been told.
        }
    }
}
