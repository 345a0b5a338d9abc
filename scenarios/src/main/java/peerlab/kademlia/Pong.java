package peerlab.kademlia;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link Ping}: I am. */
public record Pong(int call) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
    }
}
