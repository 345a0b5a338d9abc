package peerlab.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.Late;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.trace.Fingerprint;

/**
 * Carries messages between peers. A message waits for a connection and for its sender's line, where there are
 * such; then the link rules are asked for its fate, and the kernel for the time; on arrival it passes the
 * doors and the line of its receiver.
 */
public final class Network {

    /** Odd constants that spread links and instants over all 64 bits; the rules mix what they make of it. */
    private static final long LINK_STRIDE = 0xd1342543de82ef95L;
    private static final long INSTANT_STRIDE = 0xa0761d6478bd642fL;
    /**
     * The draws of messages are numbered from 0 at each instant; those of round trips from here downwards.
     */
    private static final int FIRST_ROUND_TRIP = -1;

    private final Kernel kernel;
    private final Receivers receivers;
    private final Traffic traffic;
    private final Account account;
    private final long byteLimit;
    private final long drawKey;
    private final RandomSource changes;
    private final Transmission transmission = new Transmission();
    private final RuleBook rules;
    private final Lines uplinks;
    private final Entrance entrance;
    private Connections connections;
    /** What is under way and no event by itself: it waits for a line, a connection, or its receiver. */
    private final Map<Long, Delivery> waiting = new LinkedHashMap<>();
    private final LinkOrdinals ordinals = new LinkOrdinals();

    public Network(
            Kernel kernel,
            Receivers receivers,
            Traffic traffic,
            Fingerprint fingerprint,
            Witnesses witnesses,
            long byteLimit,
            RandomSource random) {
        this.kernel = kernel;
        this.receivers = receivers;
        this.traffic = traffic;
        this.account = new Account(kernel, fingerprint, witnesses);
        this.byteLimit = byteLimit;
        this.rules = new RuleBook(Stage.values().length, traffic::nameOf);
        this.drawKey = random.key();
        this.changes = random.stream("changes");
        this.uplinks = new Lines(() -> new Line(kernel, this::leave, traffic::waited));
        this.entrance = new Entrance(kernel, receivers, this, traffic::waited);
    }

    /** Where on its way a rule meets a message: the rules of one stage are asked before those of the next. */
    public enum Stage {
        /** Where it leaves its sender. */
        ACCESS,
        /** What lies between, as the scenario describes it. */
        PATH,
        /** What has gone wrong between. */
        FAULT,
        /** What looks at the whole delay, when all others have had their say. */
        ORDER
    }

    /** Adds a rule after all others of its stage. */
    public void add(LinkRule rule, Stage stage) {
        rules.add(rule, stage.ordinal());
    }

    /** Takes a rule away that was added. */
    public void remove(LinkRule rule) {
        rules.remove(rule);
    }

    /** Adds a door behind all others. */
    public void add(Door door) {
        entrance.add(door);
    }

    /** Takes a door away that was added. */
    public void remove(Door door) {
        entrance.remove(door);
    }

    /** The lines over which peers send. */
    public Lines uplinks() {
        return uplinks;
    }

    /** The lines over which peers receive. */
    public Lines downlinks() {
        return entrance.lines();
    }

    /**
     * Lets peers connect before they exchange messages. To be said before the first message.
     *
     * @param roundTrips how many it takes
     * @param idle after what time without a message a connection is closed; never where it is nothing
     */
    public void connectFirst(int roundTrips, Span idle) {
        connections = new Connections(kernel, this, roundTrips, idle.nanos());
    }

    /** How many connections there are. */
    public int connections() {
        return connections == null ? 0 : connections.open();
    }

    /** Grows whenever {@link #connections} may have changed. */
    public long connectionChanges() {
        return connections == null ? 0 : connections.changes();
    }

    public void send(PeerId from, PeerId to, Message message) {
        Traffic.Type type = traffic.of(message);
        int bytes = receivers.size(from, message);
        if (bytes < 0) {
            throw new Misuse("a " + type.name() + " is said to take " + bytes + " bytes");
        }
        type.sent(bytes);
        if (traffic.bytes() > byteLimit) {
            throw new LimitReached("bytes", "peers sent more than " + byteLimit + " bytes");
        }
        if (connections == null && uplinks.of(from) == null) {
            sendAtOnce(from, to, message, bytes, type);
        } else {
            sendInTurn(from, to, message, bytes, type);
        }
    }

    /** Nothing holds the message up at its sender. */
    private void sendAtOnce(PeerId from, PeerId to, Message message, int bytes, Traffic.Type type) {
        long key = drawKey(from.index(), to.index(), kernel.now());
        shape(from, to, message, bytes, type, key);
        if (transmission.isDropped()) {
            long id = kernel.nextNumber();
            account.sent(id, from, to, message, bytes);
            account.dropped(id, from, to, message, type, transmission.dropReason());
            return;
        }
        Delivery delivery = new Delivery(this, from, to, message, type, bytes, kernel.now(), key);
        kernel.schedule(delivery, transmission.delay(0));
        account.sent(delivery.sequence(), from, to, message, bytes);
        finishSending(delivery);
    }

    /** The message has to wait until there is a connection, and until its sender's line is free. */
    private void sendInTurn(PeerId from, PeerId to, Message message, int bytes, Traffic.Type type) {
        long key = drawKey(from.index(), to.index(), kernel.now());
        Delivery delivery = new Delivery(this, from, to, message, type, bytes, kernel.now(), key);
        kernel.number(delivery);
        hold(delivery);
        account.sent(delivery.sequence(), from, to, message, bytes);
        if (connections == null) {
            enterLine(delivery);
        } else {
            connections.use(delivery);
        }
    }

    /** Begins the transmission, and asks all rules. */
    private void shape(
            PeerId from, PeerId to, Message message, int bytes, Traffic.Type type, long key) {
        transmission.begin(from, to, message, type.name(), bytes, kernel.now(), key);
        rules.shape(transmission, type.number());
    }

    /**
     * The key of the draws for one message: the link, the instant when it is sent, and its ordinal on that
     * link at that instant.
     */
    private long drawKey(int from, int to, long now) {
        long link = (long) from << Integer.SIZE | to;
        long hash = hash(link);
        return drawKey(hash, now, ordinals.next(link, hash, now));
    }

    private long drawKey(long linkHash, long now, int ordinal) {
        return RandomSource.mix(linkHash + drawKey) ^ now * INSTANT_STRIDE + ordinal;
    }

    /** Spreads links: its high bits depend on all bits of a link. */
    static long hash(long link) {
        return link * LINK_STRIDE;
    }

    /** Does to a message that has left its sender what the rules have said beyond its delay. */
    private void finishSending(Delivery delivery) {
        if (transmission.isCorrupt()) {
            change(delivery);
        }
        for (int copy = 1; copy < transmission.copies(); copy++) {
            Delivery again = new Delivery(this, delivery.from(), delivery.to(), delivery.message(),
                    delivery.type(), delivery.bytes(), kernel.now(), delivery.drawKey());
            if (delivery.isSpoilt()) {
                again.spoil();
            }
            kernel.schedule(again, transmission.delay(copy));
            traffic.duplicated();
            account.sent(again.sequence(), delivery.from(), delivery.to(), delivery.message(),
                    delivery.bytes());
        }
    }

    /** Changes a message on its way; one that cannot be changed unnoticed is spoilt. */
    private void change(Delivery delivery) {
        traffic.corrupted();
        Message changed = transmission.isNoticed() ? null
                : receivers.changed(delivery.from(), delivery.message(), transmission.random(changes.key()));
        if (changed == null) {
            delivery.spoil();
        } else {
            delivery.become(changed, traffic.of(changed));
        }
    }

    // What waits at its sender.

    void enterLine(Delivery delivery) {
        Line line = uplinks.of(delivery.from());
        if (line == null) {
            leave(delivery);
        } else if (!line.takes(delivery)) {
            drop(delivery, "the sender's line is full");
        }
    }

    /** A message that had to wait leaves its sender. */
    private void leave(Delivery delivery) {
        shape(delivery.from(), delivery.to(), delivery.message(), delivery.bytes(), delivery.type(),
                delivery.drawKey());
        if (transmission.isDropped()) {
            drop(delivery, transmission.dropReason());
            return;
        }
        Late flight = new Late(kernel, delivery, late -> arrive(delivery));
        kernel.schedule(flight, transmission.delay(0));
        delivery.dueAt(flight.time());
        finishSending(delivery);
    }

    /**
     * How long it takes from one peer to another and back, for somebody who wants to connect; negative where
     * nothing gets through, and {@link #whyNoRoundTrip} says why.
     */
    long roundTrip(PeerId from, PeerId to, int number) {
        long there = trip(from, to, number);
        long back = there < 0 ? there : trip(to, from, number);
        return back < 0 ? back : Math.addExact(there, back);
    }

    private long trip(PeerId from, PeerId to, int number) {
        long now = kernel.now();
        long hash = hash(LinkTable.link(from, to));
        transmission.begin(from, to, new Handshake(number), "Handshake", 0, now,
                drawKey(hash, now, FIRST_ROUND_TRIP - number));
        rules.shapeButLast(transmission);
        String refusal = transmission.isDropped() ? null : entrance.refusal(from, to);
        if (refusal != null) {
            transmission.drop(refusal);
        }
        return transmission.isDropped() ? -1 : transmission.delay();
    }

    String whyNoRoundTrip() {
        return transmission.dropReason();
    }

    /** Why a peer can take nothing in; null while it can. */
    String refusal(PeerId to) {
        return receivers.refusal(to);
    }

    void connected() {
        traffic.connected();
    }

    /** A peer went down: what has not left it is lost, and so are its connections. */
    public void wentDown(PeerId peer) {
        uplinks.clear(peer).forEach(delivery -> drop(delivery, "sender went down"));
        if (connections != null) {
            connections.close(peer);
        }
    }

    // What becomes of it in the end.

    void arrive(Delivery delivery) {
        entrance.arrive(delivery);
    }

    /** Knows of a message that is under way and no event by itself. */
    void hold(Delivery delivery) {
        waiting.put(delivery.sequence(), delivery);
    }

    private void forget(Delivery delivery) {
        if (!waiting.isEmpty()) {
            waiting.remove(delivery.sequence());
        }
    }

    void deliver(Delivery delivery) {
        forget(delivery);
        account.delivered(delivery);
        receivers.receive(delivery.from(), delivery.to(), delivery.message());
    }

    void drop(Delivery delivery, String reason) {
        forget(delivery);
        account.dropped(delivery, reason);
    }

    int approach(Delivery delivery, int step) {
        return receivers.approach(delivery.from(), delivery.to(), delivery.message(), step);
    }

    /** The messages in flight, in the order in which they were sent. */
    public List<Topology.Transfer> inFlight() {
        List<Delivery> all = new ArrayList<>(kernel.pending(Delivery.class));
        all.addAll(waiting.values());
        all.sort(Comparator.comparingLong(Delivery::sequence));
        return all.stream()
                .map(delivery -> new Topology.Transfer(
                        delivery.from(), delivery.to(), delivery.type().name(),
                        new SimTime(delivery.sent()), new SimTime(delivery.due())))
                .toList();
    }
}
