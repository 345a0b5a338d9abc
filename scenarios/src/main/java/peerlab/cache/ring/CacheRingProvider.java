package peerlab.cache.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.cache.CacheMetrics;
import peerlab.cache.CacheSettings;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Unit;
import peerlab.engine.protocol.CacheTerms;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hook;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.MetricSpec.Kind;
import peerlab.engine.protocol.Objection;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Operation.Effect;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Party;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.WireFormat;

/** Introduces {@code run: 'cache-ring'}. */
public final class CacheRingProvider implements ProtocolProvider {

    static final MetricSpec MAX_LOAD = new MetricSpec("ring.load.maxOverMean", Kind.GAUGE, Unit.NUMBER,
            "requests that the busiest peer was sent, over the mean");
    static final MetricSpec LOAD_DEVIATION = new MetricSpec("ring.load.stddev", Kind.GAUGE, Unit.NUMBER,
            "standard deviation of the requests that peers were sent, over their mean");
    static final MetricSpec MAX_KEYS = new MetricSpec("ring.keys.maxOverMean", Kind.GAUGE, Unit.NUMBER,
            "keys of the peer that owns most, over the mean");
    static final MetricSpec KEYS_DEVIATION = new MetricSpec("ring.keys.stddev", Kind.GAUGE, Unit.NUMBER,
            "standard deviation of the keys that peers own, over their mean");
    static final MetricSpec KEYS_MOVED = counter("ring.keysMoved",
            "keys that got another owner when a peer came or left; of those that were ever asked for");
    static final MetricSpec FALL_THROUGHS = counter("ring.fallThroughs",
            "times that a get went on to another replica");
    static final MetricSpec REPAIRS = counter("ring.repairs", "replicas that a get brought up to date");
    static final MetricSpec STAND_INS = counter("ring.standIns",
            "values that a peer was asked to keep for one that did not answer");
    static final MetricSpec HAND_OVERS = counter("ring.handOvers", "of those, the ones handed over");
    static final MetricSpec HINTS = new MetricSpec("ring.hints", Kind.GAUGE, Unit.NUMBER,
            "values that peers keep for others");
    static final MetricSpec QUEUE = new MetricSpec("ring.queue", Kind.GAUGE, Unit.NUMBER,
            "requests that are at caches, those that are worked on among them");
    static final MetricSpec STAYS = new MetricSpec("ring.stay", Kind.DISTRIBUTION, Unit.SECONDS,
            "from a request's coming to a cache to its being done there; where caches have work");
    static final MetricSpec TURNED_AWAY = counter("ring.turnedAway",
            "requests that caches had no room for, or let in no faster");
    static final MetricSpec REPEATS = counter("ring.repeats", "unanswered requests that were sent again");
    static final MetricSpec HEDGES = counter("ring.hedges",
            "times that a get asked another replica as well, since the first took its time");
    static final MetricSpec IN_VAIN = counter("ring.inVain", "answers that nobody waited for any more");
    static final MetricSpec ORIGIN_REQUESTS = counter("origin.requests",
            "values that the origin was asked for");
    static final MetricSpec ORIGIN_BYTES = new MetricSpec("origin.bytes", Kind.COUNTER, Unit.BYTES,
            "bytes that the origin gave");
    static final MetricSpec ORIGIN_WRITES = counter("origin.writes", "values that the origin was given");
    static final MetricSpec UNWRITTEN = new MetricSpec("origin.unwritten", Kind.GAUGE, Unit.NUMBER,
            "values in caches that the origin was not given yet, where they write back");
    static final MetricSpec ORIGIN_SHARE = MetricSpec.rate("origin.share", "origin.requests", "gets.count",
            "gets for which the origin was asked");
    static final String POLICY = "eviction-policy";
    static final String WITHIN = "every cache keeps to its capacity";
    static final String ONE_RING = "all peers know the same ring";

    @Override
    public boolean hasPlaces() {
        return true;
    }

    @Override
    public String name() {
        return "cache-ring";
    }

    @Override
    public String summary() {
        return "caches that share keys by consistent hashing (Karger et al. 1997), with replicas and quorums";
    }

    @Override
    public List<Parameter> parameters() {
        return RingSettings.DECLARED;
    }

    @Override
    public List<Objection> objections(List<Party> parties) {
        return RingObjections.of(parties.stream().map(Party::options).map(RingSettings::new).toList());
    }

    @Override
    public Optional<CacheTerms> cache() {
        return Optional.of(CacheSettings.TERMS);
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                new Operation("get", "gets", Effect.READS, "reads the value under a key"),
                new Operation("put", "puts", Effect.WRITES, "stores a value at the replicas of its key"));
    }

    @Override
    public List<MetricSpec> metrics() {
        List<MetricSpec> all = new ArrayList<>(CacheMetrics.ALL);
        all.addAll(List.of(MAX_LOAD, LOAD_DEVIATION, MAX_KEYS, KEYS_DEVIATION, KEYS_MOVED, FALL_THROUGHS,
                REPAIRS, STAND_INS, HAND_OVERS, HINTS, QUEUE, STAYS, TURNED_AWAY, REPEATS, HEDGES, IN_VAIN,
                ORIGIN_REQUESTS, ORIGIN_BYTES, ORIGIN_WRITES,
                UNWRITTEN, ORIGIN_SHARE));
        return all;
    }

    private static MetricSpec counter(String name, String summary) {
        return new MetricSpec(name, Kind.COUNTER, Unit.NUMBER, summary);
    }

    @Override
    public List<String> properties() {
        return List.of(WITHIN, ONE_RING);
    }

    @Override
    public List<Hook> hooks() {
        return List.of(new Hook(POLICY, EvictionPolicy.class, "which entry makes room for another"));
    }

    @Override
    public List<Class<? extends Message>> messages() {
        return List.of(Get.class, Found.class, Absent.class, Set.class, Stored.class, Busy.class, Hello.class,
                Members.class, Digest.class);
    }

    @Override
    public Optional<WireFormat> wire() {
        return Optional.of(new MemcachedFormat());
    }

    @Override
    public boolean canStartConverged() {
        return true;
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        return new RingDeployment(members, hooks);
    }
}
