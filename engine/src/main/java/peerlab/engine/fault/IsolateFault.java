package peerlab.engine.fault;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.network.IsolationRule;
import peerlab.engine.network.LinkRule;
import peerlab.engine.network.Network;
import peerlab.engine.network.PeerSet;
import peerlab.engine.spec.FaultSpec;

/** Each of some peers is cut off from everybody. */
final class IsolateFault implements Fault {

    private final FaultSpec.Isolate spec;
    private LinkRule rule;

    IsolateFault(FaultSpec.Isolate spec) {
        this.spec = spec;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        List<PeerId> who = scene.members(spec.who());
        rule = new IsolationRule(PeerSet.of(who, scene.cluster().size()),
                spec.direction() != FaultSpec.Direction.OUT, spec.direction() != FaultSpec.Direction.IN);
        scene.network().add(rule, Network.Stage.FAULT);
        return who;
    }

    @Override
    public void end(Scene scene) {
        scene.network().remove(rule);
    }
}
