package peerlab.cache.ring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import peerlab.cache.placement.Placement;
import peerlab.cache.placement.Placements;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameters;
import peerlab.engine.protocol.Repeats;

/** The parameters of a cache ring for one group of peers; each is looked up once. */
final class RingSettings {

    static final String ROLE = "role";
    static final String CLIENT = "client";
    static final String RING = "ring";
    static final String REPLICAS = "replicas";
    static final String READ_QUORUM = "readQuorum";
    static final String WRITE_QUORUM = "writeQuorum";
    static final String PLACEMENT = "placement";
    private static final String VIRTUAL_NODES = "virtualNodes";
    private static final String FACTOR = "factor";
    static final String KEYS = "keys";
    static final String BOUNDED = "bounded";
    private static final String READS = "reads";
    static final String HEDGE = "hedge";
    static final String BACKOFF = "backoff";
    static final String BUDGET = "budget";
    static final String WORK = "work";
    static final String QUEUE = "queue";
    static final String PACE = "pace";
    static final long MOST_WAITING = 1_000_000;
    private static final double LEAST_PACE = 0.001;
    private static final String READ_ONLY = "readOnly";
    private static final String ORIGIN = "origin";
    static final String WRITES = "writes";
    private static final String THROUGH = "through";
    static final String SLOPPY = "sloppy";
    private static final String HAND_OFF = "handOff";

    /** What all peers of one network must agree on, clients among them. */
    static final List<String> COMMON = List.of(PLACEMENT, VIRTUAL_NODES, FACTOR, KEYS, REPLICAS);

    static final List<Parameter> DECLARED = List.of(
            Parameter.word(ROLE, "cache", List.of("cache", CLIENT),
                    "whether a peer holds keys, or only asks those that do"),
            Parameter.word(RING, RING, List.of(), "the network that a peer belongs to, or asks"),
            Parameter.integer(REPLICAS, 1, 1, 64, "peers that each key belongs to"),
            Parameter.word(PLACEMENT, RING, Placements.names(), "how keys find their peers"),
            Parameter.integer(VIRTUAL_NODES, 100, 1, 100_000,
                    "points of each peer on the circle, for ring and bounded"),
            new Parameter(FACTOR, Parameter.Type.NUMBER, 1.25, 1.0, 100.0, List.of(),
                    "what a peer may have at most, as a multiple of the mean, for bounded"),
            new Parameter(KEYS, Parameter.Type.INTEGER, null, 1L, null, List.of(),
                    "how many keys there will be, for bounded"),
            Parameter.integer(READ_QUORUM, 1, 1, 64, "answers that a get waits for"),
            Parameter.integer(WRITE_QUORUM, 1, 1, 64, "confirmations that a put waits for"),
            Parameter.word(READS, Choice.IN_ORDER.word(),
                    Arrays.stream(Choice.values()).map(Choice::word).toList(),
                    "which replicas a get asks first: in the order of the ring, by chance, or of two by "
                            + "chance the one of whom it awaits fewer answers"),
            Parameter.span(HEDGE, null, Span.millis(1), null,
                    "a get without an answer for so long asks another replica as well"),
            Parameter.flag(SLOPPY, false, "whether others stand in for replicas that do not answer"),
            Parameter.span(HAND_OFF, Span.seconds(1), Span.millis(1), null,
                    "how often a stand-in tries to hand over what it keeps for another"),
            Parameter.flag("readRepair", false, "whether a get brings replicas up to date that are behind"),
            Parameter.flag("atomic", false, "whether a get answers what a write quorum has, and first sees "
                    + "to it (Attiya, Bar-Noy and Dolev 1995)"),
            Parameter.span("lag", Span.ZERO, Span.ZERO, null,
                    "how much later replicas beyond the write quorum are sent a value"),
            Parameter.span("timeout", Span.millis(500), Span.millis(1), null, "an answer may take so long"),
            Parameter.integer("retries", 0, 0, 10, "how often an unanswered request is sent again"),
            Parameter.span(BACKOFF, Span.ZERO, Span.ZERO, Span.seconds(60),
                    "the longest wait before the first repeat, doubled for each further one; how much of it "
                            + "is waited is chance"),
            new Parameter(BUDGET, Parameter.Type.RATIO, null, Ratio.NONE, Ratio.ALL, List.of(),
                    "how many repeats there may be for each request, over all of a peer's requests"),
            Parameter.distribution(WORK, Span.ZERO,
                    "how long a cache works on each request of others, one after the other"),
            Parameter.integer(QUEUE, MOST_WAITING, 0, MOST_WAITING,
                    "requests that may wait at a cache; further ones are turned away"),
            new Parameter(PACE, Parameter.Type.NUMBER, null, LEAST_PACE, null, List.of(),
                    "requests a second that a cache lets in; further ones are turned away"),
            Parameter.integer("burst", 10, 1, MOST_WAITING,
                    "requests that a cache with a pace lets in at once after a rest"),
            Parameter.flag(READ_ONLY, false, "whether the network takes no puts"),
            Parameter.span(ORIGIN, null, Span.ZERO, null,
                    "what no cache has is got from the origin, after so long, and kept; puts reach it too"),
            Parameter.word(WRITES, THROUGH, List.of(THROUGH, "back"),
                    "whether a put waits for the origin, or caches give it what they have later"),
            Parameter.span("flush", Span.seconds(1), Span.millis(1), null,
                    "how long caches that write back may keep a value from the origin"),
            Parameter.flag("coalesce", false,
                    "whether gets of one key that miss at one peer wait for one answer of the origin"),
            Parameter.flag("handover", false,
                    "whether a peer that leaves first sends its values to where they then belong"),
            Parameter.span("gossip", Span.seconds(1), Span.millis(1), null,
                    "how often a peer compares whom it knows with somebody"));

    private final Parameters given;
    private final boolean isClient;
    private final String ring;
    private final String placement;
    private final int replicas;
    private final int readQuorum;
    private final int writeQuorum;
    private final Choice reads;
    private final Optional<Span> hedge;
    private final Repeats repeats;
    private final Distribution work;
    private final int queue;
    private final double pace;
    private final int burst;
    private final boolean isSloppy;
    private final Span handOff;
    private final boolean readRepair;
    private final boolean isAtomic;
    private final Span lag;
    private final Span timeout;
    private final boolean isReadOnly;
    private final Optional<Span> origin;
    private final boolean writesBack;
    private final Span flush;
    private final boolean coalesces;
    private final boolean handsOver;
    private final Span gossip;

    RingSettings(Parameters given) {
        this.given = given;
        this.isClient = given.word(ROLE).equals(CLIENT);
        this.ring = given.word(RING);
        this.placement = given.word(PLACEMENT);
        this.replicas = given.integer(REPLICAS);
        this.readQuorum = given.integer(READ_QUORUM);
        this.writeQuorum = given.integer(WRITE_QUORUM);
        this.reads = Choice.named(given.word(READS));
        this.hedge = given.has(HEDGE) ? Optional.of(given.span(HEDGE)) : Optional.empty();
        this.repeats = new Repeats(given.integer("retries"), given.span(BACKOFF), given.has(BUDGET)
                ? OptionalDouble.of(given.ratio(BUDGET)) : OptionalDouble.empty());
        this.work = given.distribution(WORK);
        this.queue = given.integer(QUEUE);
        this.pace = given.has(PACE) ? given.number(PACE) : 0;
        this.burst = given.integer("burst");
        this.isSloppy = given.flag(SLOPPY);
        this.handOff = given.span(HAND_OFF);
        this.readRepair = given.flag("readRepair");
        this.isAtomic = given.flag("atomic");
        this.lag = given.span("lag");
        this.timeout = given.span("timeout");
        this.isReadOnly = given.flag(READ_ONLY);
        this.origin = given.has(ORIGIN) ? Optional.of(given.span(ORIGIN)) : Optional.empty();
        this.writesBack = !given.word(WRITES).equals(THROUGH);
        this.flush = given.span("flush");
        this.coalesces = given.flag("coalesce");
        this.handsOver = given.flag("handover");
        this.gossip = given.span("gossip");
    }

    Parameters given() {
        return given;
    }

    boolean isClient() {
        return isClient;
    }

    String ring() {
        return ring;
    }

    String placement() {
        return placement;
    }

    int virtualNodes() {
        return given.integer(VIRTUAL_NODES);
    }

    int replicas() {
        return replicas;
    }

    int readQuorum() {
        return readQuorum;
    }

    int writeQuorum() {
        return writeQuorum;
    }

    Choice reads() {
        return reads;
    }

    boolean isSloppy() {
        return isSloppy;
    }

    Span handOff() {
        return handOff;
    }

    boolean readRepair() {
        return readRepair;
    }

    /** Whether nobody may read an older value after somebody has read a later one. */
    boolean isAtomic() {
        return isAtomic;
    }

    Span lag() {
        return lag;
    }

    Span timeout() {
        return timeout;
    }

    Repeats repeats() {
        return repeats;
    }

    /** After how long a get asks another replica as well. */
    Optional<Span> hedge() {
        return hedge;
    }

    /** Whether requests of others take time, or are held back. */
    boolean hasService() {
        return work.meanNanos() > 0 || pace > 0;
    }

    Distribution work() {
        return work;
    }

    int queue() {
        return queue;
    }

    /** Requests a second; 0 for any number. */
    double pace() {
        return pace;
    }

    int burst() {
        return burst;
    }

    boolean isReadOnly() {
        return isReadOnly;
    }

    Optional<Span> origin() {
        return origin;
    }

    /** Whether caches give the origin later what they are given, in the place of whoever puts it. */
    boolean writesBack() {
        return writesBack;
    }

    Span flush() {
        return flush;
    }

    boolean coalesces() {
        return coalesces;
    }

    boolean handsOver() {
        return handsOver;
    }

    Span gossip() {
        return gossip;
    }

    /** How large a value is that nobody has said the size of. */
    static Bytes usualSize() {
        return new Bytes(64);
    }

    /** Where keys belong among these peers. */
    Placement placement(List<String> peers) {
        Map<String, Object> own = new LinkedHashMap<>();
        for (Parameter parameter : Placements.named(placement).orElseThrow().parameters()) {
            own.put(parameter.name(), given.all().get(parameter.name()));
        }
        long total = given.has(KEYS) ? (long) given.integer(KEYS) * Math.min(replicas, peers.size()) : 1;
        return Placements.named(placement).orElseThrow().over(peers, own, total);
    }
}
