package peerlab.cache.ring;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;

/**
 * What is known of a peer.
 *
 * @param ring the network that it belongs to
 * @param isClient whether it only asks, and keeps nothing
 * @param life a number that grows each time it comes up or goes: of two things said of a peer, the one of the
 *     later life holds
 */
record RingMember(PeerId peer, String ring, boolean isClient, long life, boolean hasLeft) {

    boolean isNewerThan(RingMember other) {
        return life > other.life || life == other.life && hasLeft && !other.hasLeft;
    }

    /** Whether keys belong to it. */
    boolean holdsKeys() {
        return !isClient && !hasLeft;
    }

    RingMember leaving() {
        return new RingMember(peer, ring, isClient, life, true);
    }

    /** A number in which each part of it has its say. */
    long sum() {
        return RandomSource.mix(RandomSource.combine(peer.index(), 2 * life + (hasLeft ? 1 : 0)));
    }
}
