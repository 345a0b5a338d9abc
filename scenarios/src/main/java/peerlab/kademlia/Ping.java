package peerlab.kademlia;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** PING: are you there? */
public record Ping(int call) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
    }
}
