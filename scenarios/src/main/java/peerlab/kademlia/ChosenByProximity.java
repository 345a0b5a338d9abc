package peerlab.kademlia;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/**
 * A routing table that leaves it to somebody else's {@link Proximity} to say who of its contacts is close
 * to a point.
 */
final class ChosenByProximity implements RoutingTable {

    private final RoutingTable table;
    private final Proximity proximity;

    ChosenByProximity(RoutingTable table, Proximity proximity) {
        this.table = table;
        this.proximity = proximity;
    }

    @Override
    public Contact[] closest(Key target, int count, Contact except) {
        Map<Key, Contact> byId = new HashMap<>();
        List<Key> known = new ArrayList<>();
        for (Contact contact : table.contacts()) {
            if (contact != except) {
                Key id = contact.key();
                known.add(id);
                byId.put(id, contact);
            }
        }
        List<Key> chosen = proximity.closest(target, count, List.copyOf(known));
        if (chosen == null) {
            throw new IllegalStateException(
                    "'closest' answered null; an empty list says that nobody is known");
        }
        if (chosen.size() > count) {
            throw new IllegalStateException(
                    "'closest' was asked for " + count + " ids and answered " + chosen.size());
        }
        return chosen.stream().map(id -> contact(byId, id)).toArray(Contact[]::new);
    }

    /** Each id is used up, so that one answered twice is told as well. */
    private static Contact contact(Map<Key, Contact> byId, Key id) {
        Contact contact = byId.remove(id);
        if (contact == null) {
            throw new IllegalStateException(
                    "'closest' answered " + id + " twice, or it was not among the ids to choose from");
        }
        return contact;
    }

    @Override
    public void begin(Contact owner, int k, Span probe) {
        table.begin(owner, k, probe);
    }

    @Override
    public Contact seen(Contact contact, SimTime now) {
        return table.seen(contact, now);
    }

    @Override
    public boolean failed(Contact contact) {
        return table.failed(contact);
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public int largest() {
        return table.largest();
    }

    @Override
    public int ranges() {
        return table.ranges();
    }

    @Override
    public List<Contact> contacts() {
        return table.contacts();
    }
}
