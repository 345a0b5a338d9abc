package peerlab.cache.ring;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.protocol.Fields;

/**
 * A value as it goes round. Of two under one key the one written later stands, by the clock of the peer that
 * took the write; of two written at one instant, that of the later peer.
 *
 * @param size in bytes
 * @param writer the peer that took the write; null for what was at the origin before anybody wrote
 */
record Item(Object value, long size, SimTime written, PeerId writer) {

    boolean isNewerThan(Item other) {
        int order = written.compareTo(other.written);
        return order > 0 || order == 0 && index() > other.index();
    }

    private int index() {
        return writer == null ? -1 : writer.index();
    }

    void describe(Fields fields) {
        fields.text("value", String.valueOf(value));
        fields.number("size", size);
        fields.number("written", written.nanos());
    }
}
