package peerlab.cache.ring;

import java.util.Arrays;

import peerlab.engine.base.PeerId;

/** How many answers to its gets a peer awaits from each other. */
final class Outstanding {

    private int[] byPeer = {};

    void add(PeerId peer) {
        if (peer.index() >= byPeer.length) {
            byPeer = Arrays.copyOf(byPeer, Math.max(peer.index() + 1, 2 * byPeer.length));
        }
        byPeer[peer.index()]++;
    }

    void remove(PeerId peer) {
        byPeer[peer.index()]--;
    }

    int of(PeerId peer) {
        return peer.index() < byPeer.length ? byPeer[peer.index()] : 0;
    }
}
