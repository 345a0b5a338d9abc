package peerlab.engine.protocol;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;

/**
 * What a peer knows when it comes up.
 *
 * @param contacts whom it may ask to be let in; empty for the first of all
 * @param saved what it kept before it went down
 * @param random the peer's own stream
 */
public record PeerSetup(Member member, List<PeerId> contacts, Optional<Object> saved, RandomSource random) {
}
