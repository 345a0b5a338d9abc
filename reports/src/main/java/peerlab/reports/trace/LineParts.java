package peerlab.reports.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import peerlab.engine.trace.TraceLine;

/** Who and what a line of a trace is about. */
final class LineParts {

    private static final List<String> PEERS = List.of("from", "to", "peer");
    private static final List<String> TYPES =
            List.of("type", "operation", "verb", "fault", "change", "exception");

    private LineParts() {
    }

    static List<String> peers(TraceLine line) {
        List<String> peers = new ArrayList<>();
        PEERS.forEach(name -> line.text(name).ifPresent(peers::add));
        if (line.values().get("who") instanceof List<?> who) {
            who.forEach(peer -> peers.add(String.valueOf(peer)));
        }
        return peers;
    }

    static Stream<String> types(TraceLine line) {
        return TYPES.stream().flatMap(name -> line.text(name).stream());
    }
}
