package peerlab.kademlia;

import java.util.function.Supplier;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;

/** Routing tables that somebody else's class plays: they know contacts, where the peers speak in numbers. */
final class PlayedTables implements Tables {

    private final Directory directory;
    private final int k;
    private final Span probe;
    private final Supplier<RoutingTable> player;
    private final RoutingTable[] tables;

    /** @param player makes the table of one peer */
    PlayedTables(Directory directory, int k, Span probe, Supplier<RoutingTable> player) {
        this.directory = directory;
        this.k = k;
        this.probe = probe;
        this.player = player;
        this.tables = new RoutingTable[directory.capacity()];
    }

    @Override
    public int[] open(int owner) {
        int[] known = tables[owner] == null ? new int[0] : contacts(owner);
        tables[owner] = player.get();
        tables[owner].begin(directory.contact(owner), k, probe);
        return known;
    }

    @Override
    public void fill(int owner, int[] contacts, int[] sizes, int ranges) {
        int next = 0;
        for (int range = 0; range < ranges; range++) {
            for (int end = next + sizes[range]; next < end; next++) {
                seen(owner, contacts[next], 0);
            }
        }
    }

    @Override
    public int seen(int owner, int contact, long now) {
        Contact doubtful = tables[owner].seen(directory.contact(contact), new SimTime(now));
        return doubtful == null ? Directory.NOBODY : directory.number(doubtful);
    }

    @Override
    public boolean failed(int owner, int contact) {
        return tables[owner].failed(directory.contact(contact));
    }

    @Override
    public int[] closest(int owner, Key target, int count, int except) {
        Contact left = except == Directory.NOBODY ? null : directory.contact(except);
        return numbers(tables[owner].closest(target, count, left));
    }

    private int[] numbers(Contact[] chosen) {
        if (chosen == null) {
            throw new IllegalStateException(
                    "the routing table named null as the closest; an empty array says that nobody is known");
        }
        int[] numbers = new int[chosen.length];
        for (int i = 0; i < numbers.length; i++) {
            if (chosen[i] == null) {
                throw new IllegalStateException("the routing table named a contact that is null");
            }
            numbers[i] = directory.number(chosen[i]);
        }
        return numbers;
    }

    @Override
    public int approach(int owner, int sender, Key target) {
        return 0;
    }

    @Override
    public int size(int owner) {
        return tables[owner].size();
    }

    @Override
    public int largest(int owner) {
        return tables[owner].largest();
    }

    @Override
    public int ranges(int owner) {
        return tables[owner].ranges();
    }

    @Override
    public int[] contacts(int owner) {
        return tables[owner].contacts().stream().mapToInt(directory::number).toArray();
    }

    @Override
    public RoutingTable table(int owner) {
        return tables[owner];
    }
}
