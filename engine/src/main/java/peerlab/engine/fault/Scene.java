package peerlab.engine.fault;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.network.Network;
import peerlab.engine.network.PeerSet;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.spec.Affected;
import peerlab.engine.spec.SelectorSpec;

/**
 * What a fault acts on, and what it draws from.
 *
 * @param hooks what somebody brings along: behaviours are among it
 * @param fault the fault itself, as others know it
 */
record Scene(Kernel kernel, Cluster cluster, Network network, Selector selector, Hooks hooks,
        FaultInjector.Active fault) {

    /** The stream of the step that begins the fault, and of nobody else. */
    RandomSource random() {
        return fault.random();
    }

    /**
     * Those meant by a selector. Who is named is concerned whether up or not, so that a peer that comes up
     * later finds itself concerned; who is chosen is up.
     */
    List<PeerId> members(SelectorSpec who) {
        return selector.choose(who, Selector.isByName(who) ? peer -> true : Peer::isUp, random());
    }

    /** Those meant who are up at this instant. */
    List<PeerId> up(SelectorSpec who) {
        return selector.choose(who, Peer::isUp, random());
    }

    /** The key of the draws that a link rule of this fault makes. */
    RandomSource draws() {
        return random().stream("draws");
    }

    /** A stream of this fault for what concerns one peer alone. */
    RandomSource draws(PeerId peer) {
        return draws().stream("peer").stream(peer.name());
    }

    /** The receivers that a fault of links is narrowed to. */
    PeerSet receivers(Affected affected) {
        return affected.to().map(to -> PeerSet.of(members(to), cluster.size())).orElse(PeerSet.EVERYBODY);
    }
}
