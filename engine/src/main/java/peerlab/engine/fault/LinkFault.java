package peerlab.engine.fault;

import java.util.List;
import java.util.function.Function;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.network.LinkRule;
import peerlab.engine.network.Narrowed;
import peerlab.engine.network.Network;
import peerlab.engine.network.PeerSet;
import peerlab.engine.spec.FaultSpec;

/** A rule for the messages of some peers, as long as the fault lasts. */
final class LinkFault implements Fault {

    private final FaultSpec.OfMessages spec;
    private final Function<RandomSource, LinkRule> makesRule;
    private LinkRule rule;

    /** @param makesRule the rule, given the stream that its draws come from */
    LinkFault(FaultSpec.OfMessages spec, Function<RandomSource, LinkRule> makesRule) {
        this.spec = spec;
        this.makesRule = makesRule;
    }

    @Override
    public List<PeerId> begin(Scene scene) {
        List<PeerId> senders = scene.members(spec.affected().from());
        rule = Narrowed.of(makesRule.apply(scene.draws()),
                PeerSet.of(senders, scene.cluster().size()), scene.receivers(spec.affected()),
                spec.affected().type(), spec.affected().when().map(scene.selector()::judging));
        scene.network().add(rule, Network.Stage.FAULT);
        return senders;
    }

    @Override
    public void end(Scene scene) {
        scene.network().remove(rule);
    }
}
