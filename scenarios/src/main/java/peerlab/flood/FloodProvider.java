package peerlab.flood;

import java.util.List;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.MetricSpec.Kind;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Operation.Effect;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.ProtocolProvider;

/** Introduces {@code run: 'flood'}. */
public final class FloodProvider implements ProtocolProvider {

    static final String SEND = "send";
    static final MetricSpec COVERAGE = new MetricSpec("rumours.coverage", Kind.GAUGE, Unit.RATIO,
            "share of the peers that are up that have heard the latest rumour, as it was started");
    static final MetricSpec FORGED = new MetricSpec("rumours.forged", Kind.GAUGE, Unit.RATIO,
            "share of the peers that are up that heard the latest rumour first in another version");
    static final MetricSpec ROUNDS = new MetricSpec("rumours.rounds", Kind.DISTRIBUTION, Unit.NUMBER,
            "links that a rumour had crossed when a peer heard it first");
    static final MetricSpec MESSAGES = new MetricSpec("rumours.messages", Kind.COUNTER, Unit.NUMBER,
            "messages that carried a rumour");

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String summary() {
        return "flooding: each peer passes what it hears first to all its neighbours";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.integer("degree", 10, 1, 1_000, "neighbours of a peer, at least"));
    }

    @Override
    public List<Operation> operations() {
        return List.of(new Operation(SEND, "sends", Effect.NEITHER, "starts a rumour at a peer"));
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of(COVERAGE, FORGED, ROUNDS, MESSAGES);
    }

    @Override
    public List<Misbehaviour> misbehaviours() {
        return List.of(
                new Misbehaviour("lies", "passes on another rumour under the number of each",
                        List.of(Misbehaviour.CHANCE, Misbehaviour.VICTIM)),
                new Misbehaviour("equivocates", "passes on another rumour to some neighbours, not to others",
                        List.of(Misbehaviour.VICTIM)));
    }

    @Override
    public List<Class<? extends Message>> messages() {
        return List.of(Rumour.class);
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        return new FloodDeployment(members, random);
    }
}
