package peerlab.reports.stored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.protocol.WireFormat;
import peerlab.reports.PeerList;

/**
 * Who is who in a trace. A peer that was not written down gets the next free place when it is first met, so
 * that a trace without its list of peers can be read as well.
 */
public final class PeerBook implements WireFormat.Addresses {

    private final Map<String, PeerList.Entry> byName = new LinkedHashMap<>();
    private int next;

    public PeerBook(List<PeerList.Entry> entries) {
        for (PeerList.Entry entry : entries) {
            byName.put(entry.name(), entry);
            next = Math.max(next, entry.index() + 1);
        }
    }

    public PeerList.Entry of(String name) {
        PeerList.Entry entry = byName.get(name);
        if (entry == null) {
            entry = new PeerList.Entry(name, next++, "", "", "", "");
            byName.put(name, entry);
        }
        return entry;
    }

    /** By which protocol a peer is run; empty where that is not known. */
    public String protocol(String name) {
        return of(name).protocol();
    }

    @Override
    public byte[] address(String peer) {
        return of(peer).address();
    }

    @Override
    public String identity(String peer) {
        return of(peer).identity();
    }
}
