package peerlab.kademlia;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** FIND_NODE: who is closest to this point? */
public record FindNode(int call, Key target) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.identifier("target", target.high(), target.middle(), target.low());
    }
}
