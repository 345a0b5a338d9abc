package peerlab.engine.network;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Message;

/**
 * A message at the door of its receiver. One object serves all messages of a run in turn: doors look at it
 * and change it, and keep no reference to it.
 */
public final class Arrival {

    private Delivery delivery;
    private long time;
    private long admitted;
    private String refusal;

    void begin(Delivery arriving, long nanos) {
        delivery = arriving;
        time = nanos;
        admitted = nanos;
        refusal = null;
    }

    public PeerId from() {
        return delivery.from();
    }

    public PeerId to() {
        return delivery.to();
    }

    public Message message() {
        return delivery.message();
    }

    public int bytes() {
        return delivery.bytes();
    }

    /** When it arrived, in nanoseconds. */
    public long time() {
        return time;
    }

    /** When it comes in: the instant of arrival, or later, as the doors before have said. */
    public long admitted() {
        return admitted;
    }

    /** Lets it in at an instant, which is not before that of the doors that were asked before. */
    public void admitAt(long nanos) {
        if (nanos < admitted) {
            throw new IllegalArgumentException(
                    "a message comes in at " + admitted + " ns; it cannot be at " + nanos + " ns");
        }
        admitted = nanos;
    }

    /** Loses it, to what the reason says. */
    public void refuse(String reason) {
        refusal = reason;
    }

    boolean isRefused() {
        return refusal != null;
    }

    String refusal() {
        return refusal;
    }
}
