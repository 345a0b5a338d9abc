package peerlab.engine.network;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.protocol.Message;
import peerlab.engine.trace.Fingerprint;

/** Gives an account of what becomes of messages: to the fingerprint, and to those who watch. */
final class Account {

    private final Kernel kernel;
    private final Fingerprint fingerprint;
    private final Witnesses witnesses;

    Account(Kernel kernel, Fingerprint fingerprint, Witnesses witnesses) {
        this.kernel = kernel;
        this.fingerprint = fingerprint;
        this.witnesses = witnesses;
    }

    void sent(long id, PeerId from, PeerId to, Message message, int bytes) {
        if (witnesses.want(RunEvent.Kind.SENT)) {
            witnesses.tell(new RunEvent.Sent(
                    new SimTime(kernel.now()), id, kernel.handling(), from, to, message, bytes));
        }
    }

    void delivered(Delivery delivery) {
        delivery.type().delivered();
        fold(RunEvent.Kind.DELIVERED, delivery.from(), delivery.to(), delivery.message(), delivery.type());
        if (witnesses.want(RunEvent.Kind.DELIVERED)) {
            witnesses.tell(new RunEvent.Delivered(
                    new SimTime(kernel.now()), delivery.sequence(), delivery.from(), delivery.to(),
                    delivery.message()));
        }
    }

    void dropped(Delivery delivery, String reason) {
        dropped(delivery.sequence(), delivery.from(), delivery.to(), delivery.message(), delivery.type(),
                reason);
    }

    void dropped(long id, PeerId from, PeerId to, Message message, Traffic.Type type, String reason) {
        type.dropped();
        fold(RunEvent.Kind.DROPPED, from, to, message, type);
        if (witnesses.want(RunEvent.Kind.DROPPED)) {
            witnesses.tell(new RunEvent.Dropped(new SimTime(kernel.now()), id, from, to, message, reason));
        }
    }

    private void fold(RunEvent.Kind kind, PeerId from, PeerId to, Message message, Traffic.Type type) {
        fingerprint.fact(kind.ordinal(), kernel.now());
        fingerprint.fold((long) from.index() << Integer.SIZE | to.index());
        fingerprint.fold(type.hash());
        try {
            fingerprint.describe(message);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new Undescribed(from, type.name(), e);
        }
    }
}
