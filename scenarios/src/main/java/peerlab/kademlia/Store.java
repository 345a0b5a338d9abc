package peerlab.kademlia;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** STORE: keep this. A copy for the cache is kept for a shorter time and not republished (section 2.3). */
public record Store(int call, Key key, Item item, boolean isCached) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.identifier("key", key.high(), key.middle(), key.low());
        item.describe(fields);
        fields.truth("isCached", isCached);
    }
}
