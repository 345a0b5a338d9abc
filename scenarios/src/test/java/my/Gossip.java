package my;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameters;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.Survey;

/** Introduces the gossip of the guide: what can be set, asked and measured. */
public final class Gossip implements ProtocolProvider {

    private static final MetricSpec COVERAGE = new MetricSpec("gossip.coverage", MetricSpec.Kind.GAUGE,
            Unit.RATIO, "share of the peers that are up that know the rumour");

    @Override
    public String name() {
        return "gossip";
    }

    @Override
    public String summary() {
        return "push gossip: who knows a rumour tells it to a few others, round after round";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.integer("fanout", 1, 1, 100, "peers that are told in a round"),
                Parameter.span("period", Span.millis(100), Span.millis(1), Span.minutes(1),
                        "from one round to the next"));
    }

    @Override
    public List<Operation> operations() {
        return List.of(new Operation("tell", "tells", Operation.Effect.NEITHER, "starts a rumour at a peer"));
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of(COVERAGE);
    }

    @Override
    public List<Class<? extends Message>> messages() {
        return List.of(GossipPeer.Rumour.class);
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        List<PeerId> everybody = members.stream().map(Member::id).toList();
        return new Deployment() {
            @Override
            public Protocol create(PeerSetup setup) {
                PeerId self = setup.member().id();
                Parameters given = setup.member().parameters();
                return new GossipPeer(everybody.stream().filter(id -> !id.equals(self)).toList(),
                        given.integer("fanout"), given.span("period"));
            }

            @Override
            public List<Survey> surveys() {
                return List.of(new Survey(COVERAGE, Gossip::coverage));
            }
        };
    }

    private static double coverage(Population population) {
        List<GossipPeer> up = population.members().stream()
                .flatMap(id -> population.protocol(id).stream()).map(GossipPeer.class::cast).toList();
        return up.isEmpty() ? Double.NaN : (double) up.stream().filter(GossipPeer::knows).count() / up.size();
    }
}
