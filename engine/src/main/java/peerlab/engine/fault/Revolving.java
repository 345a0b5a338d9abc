package peerlab.engine.fault;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.peer.Peer;
import peerlab.engine.spec.FaultSpec;

/** The door through which churning peers go and come back. */
final class Revolving {

    private final FaultSpec.Churn spec;
    private final Scene scene;
    private boolean isTurning;

    Revolving(FaultSpec.Churn spec, Scene scene) {
        this.spec = spec;
        this.scene = scene;
    }

    /** Whether it is this door that a peer goes through at this moment, and nobody else's doing. */
    boolean isTurning() {
        return isTurning;
    }

    /** A peer goes: by chance with a goodbye. */
    void out(Peer peer, RandomSource draws) {
        boolean isGraceful = spec.graceful().value() > 0 && draws.nextChance(spec.graceful().value());
        turn(() -> {
            if (isGraceful) {
                scene.cluster().leave(peer);
            } else {
                scene.cluster().crash(peer);
            }
        });
    }

    /** A peer comes back through somebody who is up; one that said goodbye joins afresh. */
    void in(Peer peer, RandomSource draws) {
        List<PeerId> contacts = scene.selector().contacts(spec.via(), peer, draws);
        turn(() -> {
            if (!peer.hasBegun() || peer.hasLeft()) {
                scene.cluster().join(peer, contacts);
            } else {
                scene.cluster().restart(peer, contacts, spec.keepsStorage());
            }
        });
    }

    private void turn(Runnable change) {
        isTurning = true;
        scene.kernel().within(scene.fault().id(), change);
        isTurning = false;
    }
}
