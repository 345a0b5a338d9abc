package peerlab.engine.spec;

import java.util.Optional;

import peerlab.engine.base.Span;

/**
 * Peers that want to exchange messages connect first.
 *
 * @param setup how many round trips that takes
 * @param idle after what time without a message a connection is closed; never where absent
 */
public record ConnectionsSpec(int setup, Optional<Span> idle) {

    @Override
    public String toString() {
        return "setup " + setup + (setup == 1 ? " round trip" : " round trips")
                + idle.map(span -> ", closed after " + span + " of silence").orElse("");
    }
}
