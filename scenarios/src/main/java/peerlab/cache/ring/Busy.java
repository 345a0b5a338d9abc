package peerlab.cache.ring;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link Get} or {@link Set} of a peer that has too much to do. */
record Busy(int call, boolean isPut) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.text("operation", isPut ? "set" : "get");
    }
}
