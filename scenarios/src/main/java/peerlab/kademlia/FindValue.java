package peerlab.kademlia;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** FIND_VALUE: what is under this key, or else, who is closest to it? */
public record FindValue(int call, Key key) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.identifier("key", key.high(), key.middle(), key.low());
    }
}
