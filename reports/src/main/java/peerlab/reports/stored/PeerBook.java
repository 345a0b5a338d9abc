package peerlab.reports.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** From {@code peers.json}; nobody is known where there is none. */
    public static PeerBook read(Optional<Path> file) throws IOException {
        List<PeerList.Entry> entries = new ArrayList<>();
        if (file.isPresent()) {
            for (Object row : StoredRun.list(JsonTree.object(file.get()).get("peers"))) {
                Map<?, ?> peer = (Map<?, ?>) row;
                entries.add(new PeerList.Entry(StoredRun.text(peer, "id"),
                        (int) StoredRun.number(peer.get("index")), StoredRun.text(peer, "group"),
                        StoredRun.text(peer, "region"), StoredRun.text(peer, "protocol"),
                        StoredRun.text(peer, "identity")));
            }
        }
        return new PeerBook(entries);
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
