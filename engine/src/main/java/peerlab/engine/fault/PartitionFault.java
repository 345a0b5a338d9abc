package peerlab.engine.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.network.LinkRule;
import peerlab.engine.network.Network;
import peerlab.engine.network.PartitionRule;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.SelectorSpec;

/** Peers of different sides cannot reach each other. */
final class PartitionFault implements Fault {

    private final FaultSpec.Partition spec;
    private LinkRule rule;
    private Optional<Flapping> flapping = Optional.empty();

    PartitionFault(FaultSpec.Partition spec) {
        this.spec = spec;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        int[] sides = new int[scene.cluster().size()];
        boolean isAgainstRest = spec.sides().size() == 1;
        Arrays.fill(sides, isAgainstRest ? 1 : PartitionRule.NO_SIDE);
        List<PeerId> who = new ArrayList<>();
        for (int side = 0; side < spec.sides().size(); side++) {
            List<PeerId> members = members(spec.sides().get(side), who, scene);
            for (PeerId member : members) {
                sides[member.index()] = side;
            }
            who.addAll(members);
        }
        spec.bridge().ifPresent(bridge -> scene.selector().choose(bridge, peer -> true, scene.random())
                .forEach(peer -> sides[peer.index()] = PartitionRule.NO_SIDE));
        rule = new PartitionRule(sides, spec.oneWay());
        scene.network().add(rule, Network.Stage.FAULT);
        flapping = spec.flapping().map(law -> new Flapping(law, scene, () -> turn(scene)));
        return who;
    }

    private void turn(Scene scene) {
        if (scene.fault().isInForce()) {
            scene.network().remove(rule);
        } else {
            scene.network().add(rule, Network.Stage.FAULT);
        }
    }

    /** "Others" are those up whom no side before it has named. */
    private static List<PeerId> members(SelectorSpec side, List<PeerId> named, Scene scene) {
        if (!(side instanceof SelectorSpec.Others) || named.isEmpty()) {
            return scene.members(side);
        }
        List<PeerId> others = new ArrayList<>(scene.up(new SelectorSpec.All()));
        others.removeAll(new HashSet<>(named));
        return others;
    }

    @Override
    public void end(Scene scene) {
        flapping.ifPresent(Flapping::stop);
        if (scene.fault().isInForce()) {
            scene.network().remove(rule);
        }
    }
}
