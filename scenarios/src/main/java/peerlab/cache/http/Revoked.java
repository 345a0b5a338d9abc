package peerlab.cache.http;

import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Message;

/** The answer to {@link Revoke}: nobody behind serves it any more. */
record Revoked(int call) implements Message {

    @Override
    public void describe(Fields fields) {
        fields.number("call", call);
    }
}
