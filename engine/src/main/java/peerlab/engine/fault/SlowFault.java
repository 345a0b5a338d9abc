package peerlab.engine.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.peer.Pace.Slowness;
import peerlab.engine.spec.FaultSpec;

/** Peers take their time over each thing that reaches them. */
final class SlowFault implements Fault {

    private final FaultSpec.Slow spec;
    private final Map<PeerId, Slowness> slow = new LinkedHashMap<>();

    SlowFault(FaultSpec.Slow spec) {
        this.spec = spec;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        for (PeerId peer : scene.members(spec.who())) {
            Slowness slowness = new Slowness(spec.by(), scene.draws(peer));
            slow.put(peer, slowness);
            scene.cluster().peer(peer).pace().slowDown(slowness);
        }
        return List.copyOf(slow.keySet());
    }

    @Override
    public void end(Scene scene) {
        slow.forEach((peer, slowness) -> scene.cluster().peer(peer).pace().speedUp(slowness));
    }
}
