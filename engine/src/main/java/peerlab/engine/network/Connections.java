package peerlab.engine.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import peerlab.engine.base.PeerId;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;

/**
 * Two peers that want to exchange messages connect first, and use the connection for all that follows, both
 * ways. What is sent meanwhile waits for it. A connection that nobody uses is closed after a while; a peer
 * that goes down loses its connections.
 */
final class Connections {

    /** So many messages may wait for one connection. */
    static final int MOST_WAITING = 1 << 22;

    private static final int NO_SLOT = -1;

    private final Kernel kernel;
    private final Network network;
    private final int roundTrips;
    private final long idle;
    private final LinkTable slots = new LinkTable(NO_SLOT, slot -> true);
    private final List<Connection> bySlot = new ArrayList<>();
    private final Deque<Integer> freeSlots = new ArrayDeque<>();
    /** By the index of a peer: the connections that it has, in the order in which they were begun. */
    private Set<Connection>[] byPeer = none();
    private int open;
    private long changes;

    /**
     * @param roundTrips how many it takes to connect
     * @param idle after how many nanoseconds without a message a connection is closed; 0 for never
     */
    Connections(Kernel kernel, Network network, int roundTrips, long idle) {
        this.kernel = kernel;
        this.network = network;
        this.roundTrips = roundTrips;
        this.idle = idle;
    }

    @SuppressWarnings("unchecked")
    private static Set<Connection>[] none() {
        return new Set[0];
    }

    int open() {
        return open;
    }

    /** Grows whenever a connection opens or closes. */
    long changes() {
        return changes;
    }

    /** Sends a message over the connection of its two peers, as soon as there is one. */
    void use(Delivery message) {
        if (message.from().equals(message.to())) {
            network.enterLine(message);
            return;
        }
        int slot = (int) slots.get(LinkTable.pair(message.from(), message.to()));
        if (slot == NO_SLOT) {
            begin(message);
        } else if (bySlot.get(slot).isOpen) {
            bySlot.get(slot).lastUse = kernel.now();
            network.enterLine(message);
        } else {
            bySlot.get(slot).await(message);
        }
    }

    private void begin(Delivery message) {
        long time = 0;
        for (int trip = 0; trip < roundTrips; trip++) {
            long roundTrip = network.roundTrip(message.from(), message.to(), trip);
            if (roundTrip < 0) {
                network.drop(message, "no connection: " + network.whyNoRoundTrip());
                return;
            }
            time += roundTrip;
        }
        Connection connection = new Connection(message.from(), message.to());
        enter(connection);
        connection.await(message);
        if (time == 0) {
            connection.open();
        } else {
            kernel.schedule(new Opening(connection), time);
            message.dueAt(kernel.now() + time);
        }
    }

    private void enter(Connection connection) {
        if (freeSlots.isEmpty()) {
            connection.slot = bySlot.size();
            bySlot.add(connection);
        } else {
            connection.slot = freeSlots.pop();
            bySlot.set(connection.slot, connection);
        }
        slots.put(LinkTable.pair(connection.caller, connection.called), connection.slot);
        of(connection.caller).add(connection);
        of(connection.called).add(connection);
    }

    private Set<Connection> of(PeerId peer) {
        int index = peer.index();
        if (index >= byPeer.length) {
            byPeer = Arrays.copyOf(byPeer, Math.max(2 * byPeer.length, index + 1));
        }
        if (byPeer[index] == null) {
            byPeer[index] = new LinkedHashSet<>();
        }
        return byPeer[index];
    }

    /** Closes all connections of a peer that goes down. */
    void close(PeerId peer) {
        for (Connection connection : List.copyOf(of(peer))) {
            connection.close("no connection: " + peer + " went down");
        }
    }

    /** Two peers that are connected, or about to be. */
    private final class Connection {

        private final PeerId caller;
        private final PeerId called;
        private List<Delivery> waiting = new ArrayList<>();
        private int slot;
        private boolean isOpen;
        private boolean isClosed;
        private long lastUse;

        Connection(PeerId caller, PeerId called) {
            this.caller = caller;
            this.called = called;
        }

        void await(Delivery message) {
            if (waiting.size() >= MOST_WAITING) {
                throw new LimitReached("waiting",
                        "more than " + MOST_WAITING + " messages wait for one connection");
            }
            waiting.add(message);
        }

        void open() {
            String refusal = network.refusal(called);
            if (refusal != null) {
                close("no connection: " + refusal);
                return;
            }
            isOpen = true;
            open++;
            changes++;
            network.connected();
            lastUse = kernel.now();
            List<Delivery> ready = waiting;
            waiting = List.of();
            ready.forEach(message -> kernel.within(message.sequence(), () -> network.enterLine(message)));
            if (idle > 0) {
                kernel.schedule(new Idle(this), idle);
            }
        }

        void close(String reason) {
            isClosed = true;
            open -= isOpen ? 1 : 0;
            changes++;
            slots.remove(LinkTable.pair(caller, called));
            bySlot.set(slot, null);
            freeSlots.push(slot);
            of(caller).remove(this);
            of(called).remove(this);
            List<Delivery> lost = waiting;
            waiting = List.of();
            lost.forEach(message -> network.drop(message, reason));
        }

        @Override
        public String toString() {
            return caller + " and " + called;
        }
    }

    /** The last round trip is over. */
    private final class Opening extends Event {

        private final Connection connection;

        Opening(Connection connection) {
            this.connection = connection;
        }

        @Override
        protected void happen() {
            if (!connection.isClosed) {
                connection.open();
            }
        }

        @Override
        public String toString() {
            return "connecting " + connection;
        }
    }

    /** Nobody may have used a connection for long. */
    private final class Idle extends Event {

        private final Connection connection;

        Idle(Connection connection) {
            this.connection = connection;
        }

        @Override
        protected void happen() {
            if (connection.isClosed) {
                return;
            }
            long end = connection.lastUse + idle;
            if (end > kernel.now()) {
                kernel.scheduleAt(new Idle(connection), end);
            } else {
                connection.close("");
            }
        }

        @Override
        public String toString() {
            return "closing the connection of " + connection;
        }
    }
}
