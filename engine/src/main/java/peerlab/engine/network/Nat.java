package peerlab.engine.network;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;

/**
 * Some peers stand behind a translator of addresses. What they send opens a way back for whom it is sent to,
 * and for nobody else (RFC 4787's address-dependent filtering); each further message keeps it open. Two of
 * them reach each other when both send before either's message arrives: a hole is punched.
 */
public final class Nat implements LinkRule, Door {

    private static final long NEVER = Long.MIN_VALUE;

    private final PeerSet hidden;
    private final long mapping;
    private long now;
    /** When a hidden peer last sent to somebody. */
    private final LinkTable sent = new LinkTable(NEVER, at -> isOpen(at));

    /** @param mapping how long the way back stays open after the last message */
    public Nat(PeerSet hidden, Span mapping) {
        this.hidden = hidden;
        this.mapping = mapping.nanos();
    }

    private boolean isOpen(long sentAt) {
        return sentAt != NEVER && now - sentAt <= mapping;
    }

    @Override
    public PeerSet senders() {
        return hidden;
    }

    @Override
    public void shape(Transmission message) {
        now = message.time();
        if (hidden.contains(message.from())) {
            sent.put(LinkTable.link(message.from(), message.to()), now);
        }
    }

    @Override
    public void admit(Arrival message) {
        String refusal = refusal(message.from(), message.to(), message.time());
        if (refusal != null) {
            message.refuse(refusal);
        }
    }

    @Override
    public String refusal(PeerId from, PeerId to, long nanos) {
        now = nanos;
        boolean isReached = !hidden.contains(to) || from.equals(to)
                || isOpen(sent.get(LinkTable.link(to, from)));
        return isReached ? null : "receiver is behind NAT";
    }
}
