package peerlab.cache.http;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/**
 * Tells a cache that a resource is about to be written: what it has of it may not be served any more.
 *
 * @param date the instant, by the clock of its origin: what was made up to then is meant
 */
record Revoke(int call, Resource url, long date) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.text("url", url.text());
        fields.number("date", date);
    }
}
