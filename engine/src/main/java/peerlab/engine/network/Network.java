package peerlab.engine.network;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;
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
    private final List<LinkRule> rules = new ArrayList<>();
    private LinkRule[] active = new LinkRule[0];
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
    }

    /** Adds a rule after all others. */
    public void add(LinkRule rule) {
        rules.add(rule);
        active = rules.toArray(LinkRule[]::new);
    }

    /** Takes a rule away that was added. */
    public void remove(LinkRule rule) {
        if (!rules.remove(rule)) {
            throw new IllegalStateException("this rule is not active: " + rule);
        }
        active = rules.toArray(LinkRule[]::new);
    }

    public void send(PeerId from, PeerId to, Message message) {
        long now = kernel.now();
        int bytes = receivers.size(from, message);
        Traffic.Type type = traffic.of(message);
        type.sent(bytes);
        if (traffic.bytes() > byteLimit) {
            throw new LimitReached("bytes", "peers sent more than " + byteLimit + " bytes");
        }
        transmission.begin(from, to, message, bytes, now, drawKey(from.index(), to.index(), now));
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
            Delivery delivery = new Delivery(this, from, to, message, type, kernel.now());
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
        return kernel.pending(Delivery.class).stream()
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
        String refusal = receivers.refusal(delivery.to);
        if (refusal != null) {
            drop(delivery.sequence(), delivery.from, delivery.to, delivery.message, delivery.type, refusal);
            return;
        }
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
    public static final class Delivery extends Event {

        private final Network network;
        private final PeerId from;
        private final PeerId to;
        private final Message message;
        private final Traffic.Type type;
        private final long sent;

        Delivery(Network network, PeerId from, PeerId to, Message message, Traffic.Type type, long sent) {
            this.network = network;
            this.from = from;
            this.to = to;
            this.message = message;
            this.type = type;
            this.sent = sent;
        }

        @Override
        protected void happen() {
            network.arrive(this);
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
