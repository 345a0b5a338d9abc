package peerlab.cache.ring;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/**
 * A value to keep.
 *
 * @param meant for whom the receiver is to keep it, where that peer did not answer; else null
 * @param isUnwritten whether the origin does not have it yet, and is to get it from the receiver
 */
record Set(int call, CacheKey key, Item item, PeerId meant, boolean isUnwritten) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.text("key", key.text());
        item.describe(fields);
        if (meant != null) {
            fields.peer("meant", meant);
        }
        if (isUnwritten) {
            fields.text("origin", "later");
        }
    }
}
