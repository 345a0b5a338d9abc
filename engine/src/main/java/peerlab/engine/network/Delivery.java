package peerlab.engine.network;

import peerlab.engine.base.PeerId;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.protocol.Message;

/** A message on its way, from being sent to being taken in or lost. */
final class Delivery extends Event implements Postponed {

    private final Network network;
    private final PeerId from;
    private final PeerId to;
    private final int bytes;
    private final long sent;
    private final long drawKey;
    private Message message;
    private Traffic.Type type;
    private boolean isSpoilt;
    private long due;

    Delivery(Network network, PeerId from, PeerId to, Message message, Traffic.Type type, int bytes,
            long sent, long drawKey) {
        this.network = network;
        this.from = from;
        this.to = to;
        this.message = message;
        this.type = type;
        this.bytes = bytes;
        this.sent = sent;
        this.drawKey = drawKey;
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

    Traffic.Type type() {
        return type;
    }

    int bytes() {
        return bytes;
    }

    long sent() {
        return sent;
    }

    /** What the draws for this message depend on, whenever it leaves its sender. */
    long drawKey() {
        return drawKey;
    }

    /** Another message takes its place: what has become of it on its way. */
    void become(Message changed, Traffic.Type itsType) {
        message = changed;
        type = itsType;
    }

    /** Its receiver will see that it was changed. */
    void spoil() {
        isSpoilt = true;
    }

    boolean isSpoilt() {
        return isSpoilt;
    }

    /** When it comes further, as far as anybody knows. */
    long due() {
        return Math.max(due, time());
    }

    void dueAt(long nanos) {
        due = nanos;
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
    protected int approach(int step) {
        return network.approach(this, step);
    }

    /** What a peer is doing while it takes this in: "handling FindNode from p12". */
    @Override
    public String toString() {
        return "handling " + type.name() + " from " + from;
    }
}
