package peerlab.cache.http;

import peerlab.engine.protocol.Fields;

/**
 * What a response carries.
 *
 * @param version of the resource, which grows; what caches cannot see, and those who judge can
 * @param size in bytes
 */
record Body(Object value, long version, long size) {

    void describe(Fields fields) {
        fields.text("value", String.valueOf(value));
        fields.number("version", version);
        fields.number("size", size);
    }
}
