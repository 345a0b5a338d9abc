package peerlab.engine.protocol;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;

/** All peers that run one protocol, seen from outside: for judging answers, never for giving them. */
public interface Population {

    List<PeerId> members();

    boolean isUp(PeerId peer);

    /** Whether a peer keeps to its protocol. */
    default boolean isHonest(PeerId peer) {
        return true;
    }

    /** The peer's algorithm as it stands; empty while the peer is not up. */
    Optional<Protocol> protocol(PeerId peer);

    /** Since when the peer has been down, as text: {@code "50 s"}; empty while it is up. */
    Optional<String> downSince(PeerId peer);
}
