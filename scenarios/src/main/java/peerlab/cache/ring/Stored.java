package peerlab.cache.ring;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link Set}: what became of the value. */
record Stored(int call, Keeping outcome) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.text("outcome", outcome.word());
    }
}
