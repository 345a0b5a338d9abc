package peerlab.kademlia;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link Store}: I have it. */
public record Stored(int call) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
    }
}
