package peerlab.engine.fault;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.spec.FaultSpec;

/** The lines of some peers carry less. */
final class ThrottleFault implements Fault {

    private final FaultSpec.Throttle spec;
    private List<PeerId> throttled = List.of();

    ThrottleFault(FaultSpec.Throttle spec) {
        this.spec = spec;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        throttled = scene.members(spec.who());
        for (PeerId peer : throttled) {
            scene.network().uplinks().limit(peer, spec.to());
            scene.network().downlinks().limit(peer, spec.to());
        }
        return throttled;
    }

    @Override
    public void end(Scene scene) {
        for (PeerId peer : throttled) {
            scene.network().uplinks().release(peer, spec.to());
            scene.network().downlinks().release(peer, spec.to());
        }
    }
}
