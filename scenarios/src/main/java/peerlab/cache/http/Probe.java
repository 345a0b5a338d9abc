package peerlab.cache.http;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** Asks a cache beside the own one whether it has something fresh. */
record Probe(int call, Resource url, String language) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
        fields.text("url", url.text());
        fields.text("language", language);
    }
}
