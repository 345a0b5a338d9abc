package peerlab.kademlia;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hook;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.MetricSpec.Kind;
import peerlab.engine.protocol.Misbehaviour;
import peerlab.engine.protocol.Objection;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Operation.Effect;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Party;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.WireFormat;

/** Introduces {@code run: 'kademlia'}. */
public final class KademliaProvider implements ProtocolProvider {

    static final MetricSpec HOPS = new MetricSpec("lookups.hops", Kind.DISTRIBUTION, Unit.NUMBER,
            "length of the referral chain to the peer that answered; 1 for a contact of the own table");
    static final MetricSpec MESSAGES = new MetricSpec("lookups.messages", Kind.DISTRIBUTION, Unit.NUMBER,
            "requests that a lookup sent, those of gets and puts among them");
    static final MetricSpec ROUNDS = new MetricSpec("lookups.rounds", Kind.DISTRIBUTION, Unit.NUMBER,
            "longest chain of a request, its answer and the request that it led to");
    static final MetricSpec EXACT = new MetricSpec("lookups.exact", Kind.COUNTER, Unit.NUMBER,
            "lookups that returned exactly the k closest peers that are up");
    static final MetricSpec LARGEST = new MetricSpec("buckets.largest", Kind.GAUGE, Unit.NUMBER,
            "contacts in the fullest bucket of all peers that are up");
    static final MetricSpec CONTACTS = new MetricSpec("buckets.contacts", Kind.GAUGE, Unit.NUMBER,
            "contacts in all buckets of all peers that are up, together");
    static final MetricSpec STALE = new MetricSpec("buckets.stale", Kind.GAUGE, Unit.RATIO,
            "share of those contacts that are down");
    static final MetricSpec BYZANTINE = new MetricSpec("buckets.byzantine", Kind.GAUGE, Unit.RATIO,
            "share of the contacts of honest peers that do not keep to the protocol");
    static final String ROUTING_TABLE = "routing-table";
    static final String CLOSEST = "closest";

    @Override
    public String name() {
        return "kademlia";
    }

    @Override
    public String summary() {
        return "a distributed hash table with k-buckets and parallel lookups (Maymounkov and Mazieres 2002)";
    }

    @Override
    public List<Parameter> parameters() {
        return Settings.DECLARED;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                new Operation("lookup", "lookups", Effect.NEITHER, "finds the k peers closest to a key"),
                new Operation("get", "gets", Effect.READS, "reads the value under a key"),
                new Operation("put", "puts", Effect.WRITES,
                        "stores a value at the k peers closest to its key"));
    }

    @Override
    public List<MetricSpec> metrics() {
        return List.of(HOPS, MESSAGES, ROUNDS, EXACT, LARGEST, CONTACTS, STALE, BYZANTINE);
    }

    @Override
    public List<Hook> hooks() {
        return List.of(
                new Hook(ROUTING_TABLE, RoutingTable.class,
                        "whom a peer knows, and who of them is close to a key"),
                new Hook(CLOSEST, Proximity.class, "which ids are closest to a key, by the XOR metric"));
    }

    @Override
    public List<Objection> objections(List<Party> parties) {
        return Neighbourhoods.objections(parties);
    }

    @Override
    public List<Misbehaviour> misbehaviours() {
        return Lies.DECLARED;
    }

    @Override
    public List<Class<? extends Message>> messages() {
        return List.of(Ping.class, Pong.class, FindNode.class, Nodes.class,
                FindValue.class, ValueFound.class, Store.class, Stored.class);
    }

    @Override
    public boolean hasPlaces() {
        return true;
    }

    @Override
    public Optional<WireFormat> wire() {
        return Optional.of(new KrpcFormat());
    }

    @Override
    public boolean canStartConverged() {
        return true;
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        return new KademliaDeployment(members, hooks, random);
    }
}
