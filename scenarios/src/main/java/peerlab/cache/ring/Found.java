package peerlab.cache.ring;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link Get} of a peer that has it. */
record Found(int call, Item item) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        item.describe(fields);
    }
}
