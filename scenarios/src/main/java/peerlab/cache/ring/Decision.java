package peerlab.cache.ring;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Step;

/** A decision of a peer, as a trace shows it. */
sealed interface Decision extends Step {

    /** A request goes to the peers that its key belongs to. */
    record Placed(String key, List<PeerId> peers) implements Decision {
    }

    /** A get goes on to another peer. */
    record FellThrough(String key, PeerId from, PeerId to, String why) implements Decision {
    }

    /** A get asks another peer as well: the first has not answered yet. */
    record Hedged(String key, PeerId slow, PeerId to) implements Decision {
    }

    /** A peer has too much to do, and sends a request away. */
    record TurnedAway(PeerId from, int waiting) implements Decision {
    }

    /** A peer had an older value, or none, and is sent the one that was found. */
    record Repaired(String key, PeerId peer) implements Decision {
    }

    /** Another peer keeps a value for one that did not answer. */
    record StoodIn(String key, PeerId peer, PeerId meant) implements Decision {
    }

    /** What was kept for a peer is where it belongs. */
    record HandedOver(String key, PeerId to) implements Decision {
    }

    /** No peer of the network had it: the origin is asked. */
    record AskedOrigin(String key) implements Decision {
    }

    /** The peer knows other members than before. */
    record RingChanged(String ring, List<PeerId> holders) implements Decision {
    }
}
