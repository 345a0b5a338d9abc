package peerlab.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.observe.Observer;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.View;

/** Who took part in a run, and what each is called outside of it: {@code peers.json}. */
public final class PeerList implements Observer {

    /** The version of the document's format. */
    public static final int VERSION = 1;

    private static final int ROW_DEPTH = 2;

    private final List<Entry> entries = new ArrayList<>();

    /**
     * A peer.
     *
     * @param index from 0, in the order of the scenario
     * @param region where it lives; empty where it lives in none
     * @param identity what its protocol calls it, as hexadecimal digits; empty where nothing but its name
     */
    public record Entry(
            String name, int index, String group, String region, String protocol, String identity) {

        /** Its address in captures: 10.x.y.z, counted from 10.0.0.1. */
        public byte[] address() {
            int number = index + 1;
            return new byte[] {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
        }

        private String dotted() {
            byte[] address = address();
            return "10." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "." + (address[3] & 0xff);
        }
    }

    @Override
    public int interests() {
        return 0;
    }

    @Override
    public void on(RunEvent event, View view) {
        // the end of the run is all it waits for
    }

    @Override
    public void finish(View view) {
        for (PeerId id : view.peers()) {
            View.PeerView peer = view.peer(id);
            entries.add(new Entry(id.name(), id.index(), peer.group(), peer.region(), peer.protocol(),
                    identity(peer)));
        }
    }

    /** What somebody's protocol says when it is asked; nothing where it throws. */
    private static String identity(View.PeerView peer) {
        try {
            String identity = peer.identity();
            return identity == null ? "" : identity;
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** All of them by index, once the run is over. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public static void write(List<Entry> entries, OutputStream out) throws IOException {
        try (Json json = new Json(out, ROW_DEPTH)) {
            json.beginObject().field("version", VERSION).beginList("peers");
            for (Entry entry : entries) {
                json.beginObject().field("id", entry.name()).field("index", entry.index())
                        .field("group", entry.group());
                if (!entry.region().isEmpty()) {
                    json.field("region", entry.region());
                }
                json.field("protocol", entry.protocol());
                if (!entry.identity().isEmpty()) {
                    json.field("identity", entry.identity());
                }
                json.field("address", entry.dotted()).endObject();
            }
            json.endList().endObject();
        }
    }
}
