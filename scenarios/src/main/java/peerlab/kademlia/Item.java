package peerlab.kademlia;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.protocol.Fields;

/**
 * A value as it goes round: who published it and when, by that peer's clock. Of two under one key the one
 * published later stands; the paper leaves open which.
 */
public record Item(Object value, PeerId publisher, SimTime published) {

    boolean isOlderThan(Item other) {
        return published.isBefore(other.published);
    }

    void describe(Fields fields) {
        fields.text("value", String.valueOf(value));
        fields.peer("publisher", publisher);
        fields.number("published", published.nanos());
    }
}
