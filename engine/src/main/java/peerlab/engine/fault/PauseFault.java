package peerlab.engine.fault;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.spec.FaultSpec;

/** Peers do nothing for a while, and then all that has gathered. */
final class PauseFault implements Fault {

    private final FaultSpec.Pause spec;
    private List<PeerId> paused = List.of();

    PauseFault(FaultSpec.Pause spec) {
        this.spec = spec;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        paused = scene.up(spec.who());
        paused.forEach(peer -> scene.cluster().peer(peer).pace().pause());
        return paused;
    }

    @Override
    public void end(Scene scene) {
        paused.forEach(peer -> scene.cluster().peer(peer).pace().resume());
    }
}
