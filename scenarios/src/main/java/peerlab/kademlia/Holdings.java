package peerlab.kademlia;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a peer holds for others, and those that it has published itself. This is what a restart
 * finds: it stands for the peer's disk, on which each change is written at once.
 */
final class Holdings {

    private Map<Key, Holding> held = Map.of();
    private Map<Key, Publication> published = Map.of();

    /** A value held. Times are nanoseconds of the holder's clock. */
    static final class Holding {
        final Key key;
        final Item item;
        final boolean isCached;
        final long expires;
        long republish;

        Holding(Key key, Item item, boolean isCached, long expires, long republish) {
            this.key = key;
            this.item = item;
            this.isCached = isCached;
            this.expires = expires;
            this.republish = republish;
        }
    }

    /** A value that this peer has put, and when it is to be published afresh. */
    static final class Publication {
        final Key key;
        final Object value;
        long due;

        Publication(Key key, Object value, long due) {
            this.key = key;
            this.value = value;
            this.due = due;
        }
    }

    /** Takes a value in, unless a later one is held; a cached copy never displaces the value itself. */
    void hold(Holding holding) {
        Holding before = held.get(holding.key);
        boolean isStale = before != null && (holding.item.isOlderThan(before.item)
                || holding.isCached && !before.isCached && !before.item.isOlderThan(holding.item));
        if (!isStale) {
            held = held.isEmpty() ? new LinkedHashMap<>() : held;
            held.put(holding.key, holding);
        }
    }

    /** What is held under a key and has not expired; null where there is nothing. */
    Holding get(Key key, long now) {
        Holding holding = held.get(key);
        return holding == null || holding.expires <= now ? null : holding;
    }

    /** Whether a value is held under a key, be it overdue. */
    boolean holds(Key key) {
        return held.containsKey(key);
    }

    void publish(Publication publication) {
        published = published.isEmpty() ? new LinkedHashMap<>() : published;
        published.put(publication.key, publication);
    }

    void dropExpired(long now) {
        if (held.isEmpty()) {
            return;
        }
        held.values().removeIf(holding -> holding.expires <= now);
    }

    List<Holding> dueForRepublishing(long now) {
        List<Holding> due = new ArrayList<>();
        for (Holding holding : held.values()) {
            if (!holding.isCached && holding.republish <= now) {
                due.add(holding);
            }
        }
        return due;
    }

    List<Publication> dueForPublishing(long now) {
        List<Publication> due = new ArrayList<>();
        for (Publication publication : published.values()) {
            if (publication.due <= now) {
                due.add(publication);
            }
        }
        return due;
    }

    /** When something falls due next; {@code Long.MAX_VALUE} for never. */
    long nextDue() {
        long next = Long.MAX_VALUE;
        for (Holding holding : held.values()) {
            next = Math.min(next, holding.expires);
            next = holding.isCached ? next : Math.min(next, holding.republish);
        }
        for (Publication publication : published.values()) {
            next = Math.min(next, publication.due);
        }
        return next;
    }

    Collection<Holding> all() {
        return held.values();
    }
}
