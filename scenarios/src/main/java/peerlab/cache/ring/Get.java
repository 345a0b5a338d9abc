package peerlab.cache.ring;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** Asks what is under a key. */
record Get(int call, CacheKey key) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.text("key", key.text());
    }
}
