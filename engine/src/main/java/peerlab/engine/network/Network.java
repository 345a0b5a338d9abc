package peerlab.engine.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.Late;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.protocol.Message;
import peerlab.engine.trace.Fingerprint;

/** Carries messages between peers: asks its link rules for the fate of each, and the kernel for the time. */
public final class Network {

    /** Odd constants that spread links and instants over all 64 bits; the rules mix what they make of it. */
    private static final long LINK_STRIDE = 0xd1342543de82ef95L;
    private static final long INSTANT_STRIDE = 0xa0761d6478bd642fL;

    private final Kernel kernel;
    private final Receivers receivers;
    private final Traffic traffic;
    private final Fingerprint fingerprint;
    private final Witnesses witnesses;
    private final long byteLimit;
    private final long drawKey;
    private final Transmission transmission = new Transmission();
    private final List<List<LinkRule>> rules = new ArrayList<>();
    private LinkRule[] active = new LinkRule[0];
    private final List<Door> openDoors = new ArrayList<>();
    private Door[] doors = new Door[0];
    private final Arrival arrival = new Arrival();
    /** What has crossed the network and waits, for a narrow line or for its receiver. */
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
        this.fingerprint = fingerprint;
        this.witnesses = witnesses;
        this.byteLimit = byteLimit;
        this.drawKey = random.key();
        for (int stage = 0; stage < Stage.values().length; stage++) {
            rules.add(new ArrayList<>());
        }
    }

    /** Where on its way a rule meets a message: the rules of one stage are asked before those of the next. */
    public enum Stage {
        /** The sender's own line. */
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
        rules.get(stage.ordinal()).add(rule);
        active = rules.stream().flatMap(List::stream).toArray(LinkRule[]::new);
    }

    /** Takes a rule away that was added. */
    public void remove(LinkRule rule) {
        for (List<LinkRule> stage : rules) {
            for (int i = 0; i < stage.size(); i++) {
                if (stage.get(i) == rule) {
                    stage.remove(i);
                    active = rules.stream().flatMap(List::stream).toArray(LinkRule[]::new);
                    return;
                }
            }
        }
        throw new IllegalStateException("this rule is not active: " + rule);
    }

    /** Adds a door behind all others. */
    public void add(Door door) {
        openDoors.add(door);
        doors = openDoors.toArray(Door[]::new);
    }

    /** Takes a door away that was added. */
    public void remove(Door door) {
        if (!openDoors.remove(door)) {
            throw new IllegalStateException("this door is not there: " + door);
        }
        doors = openDoors.toArray(Door[]::new);
    }

    public void send(PeerId from, PeerId to, Message message) {
        long now = kernel.now();
        int bytes = receivers.size(from, message);
        Traffic.Type type = traffic.of(message);
        type.sent(bytes);
        if (traffic.bytes() > byteLimit) {
            throw new LimitReached("bytes", "peers sent more than " + byteLimit + " bytes");
        }
        transmission.begin(from, to, message, type.name(), bytes, now, drawKey(from.index(), to.index(), now));
        for (LinkRule rule : active) {
            rule.shape(transmission);
            if (transmission.isDropped()) {
                break;
            }
        }
        if (transmission.isDropped()) {
            dropAtOnce(from, to, message, bytes, type);
        } else {
            dispatch(from, to, message, bytes, type);
        }
    }

    /**
     * The key of the draws for one message: the link, the instant, and its ordinal on that link at that
     * instant.
     */
    private long drawKey(int from, int to, long now) {
        long link = (long) from << Integer.SIZE | to;
        long hash = hash(link);
        return RandomSource.mix(hash + drawKey) ^ now * INSTANT_STRIDE + ordinals.next(link, hash, now);
    }

    /** Spreads links: its high bits depend on all bits of a link. */
    static long hash(long link) {
        return link * LINK_STRIDE;
    }

    private void dispatch(PeerId from, PeerId to, Message message, int bytes, Traffic.Type type) {
        long delay = transmission.delay();
        int copies = transmission.copies();
        for (int copy = 0; copy < copies; copy++) {
            Delivery delivery = new Delivery(this, from, to, message, type, bytes, kernel.now());
            kernel.schedule(delivery, delay);
            if (copy > 0) {
                type.duplicated();
            }
            if (witnesses.want(RunEvent.Kind.SENT)) {
                witnesses.tell(new RunEvent.Sent(
                        new SimTime(kernel.now()), delivery.sequence(), kernel.handling(), from, to, message,
                                bytes));
            }
        }
    }

    /** The messages in flight, in the order in which they were sent. */
    public List<Topology.Transfer> inFlight() {
        List<Delivery> all = new ArrayList<>(kernel.pending(Delivery.class));
        all.addAll(waiting.values());
        all.sort(Comparator.comparingLong(Delivery::sequence));
        return all.stream()
                .map(delivery -> new Topology.Transfer(
                        delivery.from, delivery.to, delivery.message.type(),
                        new SimTime(delivery.sent), new SimTime(delivery.time())))
                .toList();
    }

    private void dropAtOnce(PeerId from, PeerId to, Message message, int bytes, Traffic.Type type) {
        long id = kernel.nextNumber();
        if (witnesses.want(RunEvent.Kind.SENT)) {
            witnesses.tell(new RunEvent.Sent(
                    new SimTime(kernel.now()), id, kernel.handling(), from, to, message, bytes));
        }
        drop(id, from, to, message, type, transmission.dropReason());
    }

    private void drop(long id, PeerId from, PeerId to, Message message, Traffic.Type type, String reason) {
        type.dropped();
        fold(RunEvent.Kind.DROPPED, from, to, message, type);
        if (witnesses.want(RunEvent.Kind.DROPPED)) {
            witnesses.tell(new RunEvent.Dropped(new SimTime(kernel.now()), id, from, to, message, reason));
        }
    }

    private void arrive(Delivery delivery) {
        if (doors.length == 0 || isAdmitted(delivery)) {
            reach(delivery);
        }
    }

    /** Whether a message may come in at once; where not, it comes in later or is lost. */
    private boolean isAdmitted(Delivery delivery) {
        arrival.begin(delivery, kernel.now());
        for (Door door : doors) {
            door.admit(arrival);
            if (arrival.isRefused()) {
                drop(delivery, arrival.refusal());
                return false;
            }
        }
        if (arrival.admitted() == kernel.now()) {
            return true;
        }
        waiting.put(delivery.sequence(), delivery);
        kernel.scheduleAt(new Late(kernel, delivery, late -> reach(delivery)), arrival.admitted());
        return false;
    }

    /** A message reaches its receiver, who may be down, or too busy to take it in at once. */
    private void reach(Delivery delivery) {
        String refusal = receivers.refusal(delivery.to);
        if (refusal != null) {
            drop(delivery, refusal);
        } else if (receivers.holds(delivery.to, delivery)) {
            waiting.put(delivery.sequence(), delivery);
        } else {
            deliver(delivery);
        }
    }

    private void drop(Delivery delivery, String reason) {
        forget(delivery);
        drop(delivery.sequence(), delivery.from, delivery.to, delivery.message, delivery.type, reason);
    }

    private void forget(Delivery delivery) {
        if (!waiting.isEmpty()) {
            waiting.remove(delivery.sequence());
        }
    }

    private void deliver(Delivery delivery) {
        forget(delivery);
        delivery.type.delivered();
        fold(RunEvent.Kind.DELIVERED, delivery.from, delivery.to, delivery.message, delivery.type);
        if (witnesses.want(RunEvent.Kind.DELIVERED)) {
            witnesses.tell(new RunEvent.Delivered(
                    new SimTime(kernel.now()), delivery.sequence(), delivery.from, delivery.to,
                            delivery.message));
        }
        receivers.receive(delivery.from, delivery.to, delivery.message);
    }

    private void fold(RunEvent.Kind kind, PeerId from, PeerId to, Message message, Traffic.Type type) {
        fingerprint.fact(kind.ordinal(), kernel.now());
        fingerprint.fold((long) from.index() << Integer.SIZE | to.index());
        fingerprint.fold(type.hash());
        fingerprint.describe(message);
    }

    /** A message in flight. */
    public static final class Delivery extends Event implements Postponed {

        private final Network network;
        private final PeerId from;
        private final PeerId to;
        private final Message message;
        private final Traffic.Type type;
        private final int bytes;
        private final long sent;

        Delivery(Network network, PeerId from, PeerId to, Message message, Traffic.Type type, int bytes,
                long sent) {
            this.network = network;
            this.from = from;
            this.to = to;
            this.message = message;
            this.type = type;
            this.bytes = bytes;
            this.sent = sent;
        }

        PeerId from() {
            return from;
        }

        PeerId to() {
            return to;
        }

        Message message() {
            return message;
        }

        int bytes() {
            return bytes;
        }

        @Override
        protected void happen() {
            network.arrive(this);
        }

        @Override
        public void happenLate() {
            network.deliver(this);
        }

        @Override
        public void lose(String reason) {
            network.drop(this, reason);
        }

        @Override
        protected int approach() {
            return network.receivers.approach(from, to, message);
        }

        /** What a peer is doing while it takes this in: "handling FindNode from p12". */
        @Override
        public String toString() {
            return "handling " + message.type() + " from " + from;
        }
    }
}
