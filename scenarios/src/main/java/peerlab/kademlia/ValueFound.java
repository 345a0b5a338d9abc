package peerlab.kademlia;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link FindValue} of a peer that has it. */
public record ValueFound(int call, Item item) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        item.describe(fields);
    }
}
