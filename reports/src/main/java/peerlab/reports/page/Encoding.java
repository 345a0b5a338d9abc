package peerlab.reports.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import peerlab.engine.protocol.WireFormat.Packet;
import peerlab.engine.protocol.WireFormat.Sighting;

/** How the page comes to know what messages look like on a wire: as a capture of the same run shows them. */
public interface Encoding {

    /** Where nobody says it: the page then holds no bytes. */
    Encoding NONE = peers -> Optional.empty();

    /** For a run by the file that lists its peers. */
    Optional<Encoder> among(Optional<Path> peers) throws IOException;

    /** What the messages of one run look like. */
    @FunctionalInterface
    interface Encoder {
        Packet packet(Sighting message);
    }
}
