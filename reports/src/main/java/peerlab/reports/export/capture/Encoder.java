package peerlab.reports.export.capture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import peerlab.engine.protocol.WireFormat;
import peerlab.engine.protocol.WireFormat.Packet;
import peerlab.engine.protocol.WireFormat.Sighting;
import peerlab.reports.page.Encoding;
import peerlab.reports.stored.PeerBook;

/**
 * What the messages of a run look like on a wire: as their sender's protocol says, or as JSON where it does
 * not. Captures and the page that shows a run both ask it.
 */
public final class Encoder {

    private static final WireFormat JSON = new JsonFormat();

    private final PeerBook peers;
    private final Function<String, Optional<WireFormat>> formats;
    private final Map<String, Optional<WireFormat>> known = new LinkedHashMap<>();

    /** @param formats how the messages of a protocol look, by the protocol's name */
    Encoder(PeerBook peers, Function<String, Optional<WireFormat>> formats) {
        this.peers = peers;
        this.formats = formats;
    }

    /** For the page of a run. */
    public static Encoding by(Function<String, Optional<WireFormat>> formats) {
        return peers -> Optional.of(new Encoder(PeerBook.read(peers), formats)::packet);
    }

    Packet packet(Sighting message) {
        return known.computeIfAbsent(peers.protocol(message.from()), formats)
                .flatMap(format -> inItsWords(format, message))
                .orElseGet(() -> JSON.encode(message, peers).orElseThrow());
    }

    /** Somebody's format that throws has no words for the message. */
    private Optional<Packet> inItsWords(WireFormat format, Sighting message) {
        try {
            return format.encode(message, peers);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
