package peerlab.cache.ring;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link Get} of a peer that does not have it. */
record Absent(int call) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
    }
}
