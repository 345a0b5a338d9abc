package peerlab.engine.check;

import java.util.Optional;

import peerlab.engine.observe.View;
import peerlab.engine.spec.Expression;

/** A condition about one peer, such as {@code role == 'relay'}: says which peers a selector means. */
public final class PeerCondition {

    private final PeerSlot slot = new PeerSlot();
    private final Part root;

    /** @throws IllegalArgumentException where the condition names something that the run does not have */
    public PeerCondition(Expression expression, View view) {
        this.root = new Parts(view, Optional.empty()).of(expression, slot);
    }

    /**
     * Whether it holds for a peer at this instant; it does not where the peer lacks a value that it needs.
     */
    public boolean holds(View.PeerView peer, long nanos) {
        slot.show(peer);
        root.refresh(nanos, Part.ALL);
        return Truth.of(root.value()) == Truth.TRUE;
    }
}
