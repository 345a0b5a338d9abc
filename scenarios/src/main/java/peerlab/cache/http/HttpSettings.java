package peerlab.cache.http;

import java.util.List;

import peerlab.cache.http.Head.Lifetimes;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameter.Type;
import peerlab.engine.protocol.Parameters;

/** The parameters of one group: of origins, of caches, or of clients; each is looked up once. */
final class HttpSettings {

    static final String ROLE = "role";
    static final String ORIGIN = "origin";
    static final String CACHE = "cache";
    static final String CLIENT = "client";
    static final String VIA = "via";
    static final String CHANCE = "chance";
    static final String LEASE = "lease";
    static final String CHANGES = "changes";
    static final String COPIES = "copies";

    private static final Span OF_CACHES = Span.seconds(1);
    private static final Span OF_CLIENTS = Span.seconds(5);

    static final List<Parameter> DECLARED = List.of(
            Parameter.word(ROLE, CACHE, List.of(ORIGIN, CACHE, CLIENT),
                    "whether a peer makes what is asked for, keeps copies, or asks"),
            new Parameter(VIA, Type.WORD, null, null, null, List.of(),
                    "the group that is asked next: of clients and of caches; else the origins"),
            span("maxAge", "of an origin: how long all it makes is fresh (Cache-Control: max-age)"),
            span("sharedMaxAge", "of an origin: how long in caches that many share (s-maxage), which wins"),
            span("expires", "of an origin: how long where neither is said (Expires, less the date)"),
            span("whileRevalidate", "of an origin: how long what is stale is served while it is validated"),
            span("ifError", "of an origin: how long what is stale may be served where the origin fails"),
            Parameter.flag("mustRevalidate", false, "of an origin: what is stale is never served"),
            Parameter.flag("noStore", false, "of an origin: nobody may keep what it makes"),
            Parameter.flag("etags", true, "of an origin: whether responses say which version they are"),
            Parameter.flag("lastModified", false, "of an origin: whether they say when it came to be"),
            Parameter.flag("vary", false, "of an origin: whether what it makes depends on the language"),
            span(LEASE, "of an origin: how long caches may serve what it makes; it tells them before it "
                    + "writes"),
            span(CHANGES, "of an origin: how often each resource changes of itself; never where not said"),
            new Parameter("missing", Type.RATIO, Ratio.NONE, Ratio.NONE, Ratio.ALL, List.of(),
                    "of an origin: the share of resources that do not exist"),
            span("negative", "of an origin: how long it is known that something does not exist"),
            new Parameter("failing", Type.RATIO, Ratio.NONE, Ratio.NONE, Ratio.ALL, List.of(),
                    "of an origin: the share of requests that it cannot answer (503)"),
            new Parameter("size", Type.BYTES, new Bytes(8192), new Bytes(1), null, List.of(),
                    "of an origin: how large what it makes is, where nobody wrote it"),
            Parameter.span("work", Span.ZERO, Span.ZERO, null, "of an origin: how long it takes to answer"),
            Parameter.flag("coalesce", true,
                    "of a cache: whether requests for what is on its way wait for it"),
            Parameter.flag("siblings", false, "of a cache: whether it asks those of its group first"),
            Parameter.word(COPIES, "everywhere", List.of("everywhere", "down", CHANCE),
                    "of a cache: whether it keeps all, what was kept right above it, or some by chance"),
            new Parameter(CHANCE, Type.RATIO, Ratio.percent(50), Ratio.NONE, Ratio.ALL, List.of(),
                    "of a cache: how likely it keeps a copy, by chance"),
            Parameter.word("language", "none", List.of(), "of a client: what it would like to read"),
            Parameter.span("timeout", null, Span.millis(1), null,
                    "an answer may take so long; " + OF_CACHES + ", and " + OF_CLIENTS
                            + " for clients, where nothing is said"));

    private static Parameter span(String name, String summary) {
        return new Parameter(name, Type.SPAN, null, Span.ZERO, null, List.of(), summary);
    }

    private final String role;
    private final String via;
    private final Lifetimes lifetimes;
    private final Lifetimes negative;
    private final boolean grantsLeases;
    private final boolean hasEtags;
    private final boolean saysLastModified;
    private final boolean varies;
    private final long changes;
    private final double missing;
    private final double failing;
    private final long size;
    private final Span work;
    private final boolean coalesces;
    private final boolean asksSiblings;
    private final String copies;
    private final double chance;
    private final String language;
    private final Span timeout;

    HttpSettings(Parameters given) {
        this.role = given.word(ROLE);
        this.via = given.has(VIA) ? given.word(VIA) : "";
        this.lifetimes = lifetimes(given);
        this.grantsLeases = given.has(LEASE);
        this.negative = negative(given);
        this.hasEtags = given.flag("etags");
        this.saysLastModified = given.flag("lastModified");
        this.varies = given.flag("vary");
        this.changes = nanos(given, CHANGES);
        this.missing = given.ratio("missing");
        this.failing = given.ratio("failing");
        this.size = given.bytes("size").count();
        this.work = given.span("work");
        this.coalesces = given.flag("coalesce");
        this.asksSiblings = given.flag("siblings");
        this.copies = given.word(COPIES);
        this.chance = given.ratio(CHANCE);
        this.language = given.word("language").equals("none") ? "" : given.word("language");
        this.timeout = given.has("timeout") ? given.span("timeout")
                : role.equals(CLIENT) ? OF_CLIENTS : OF_CACHES;
    }

    private static Lifetimes lifetimes(Parameters given) {
        if (given.has(LEASE)) {
            return Lifetimes.of(given.span(LEASE).nanos());
        }
        return new Lifetimes(nanos(given, "maxAge"), nanos(given, "sharedMaxAge"), nanos(given, "expires"),
                nanos(given, "whileRevalidate"), nanos(given, "ifError"), given.flag("mustRevalidate"),
                given.flag("noStore"));
    }

    private static Lifetimes negative(Parameters given) {
        long known = nanos(given, "negative");
        return new Lifetimes(known, Head.UNSAID, Head.UNSAID, Head.UNSAID, Head.UNSAID, false, known < 0);
    }

    private static long nanos(Parameters given, String name) {
        return given.has(name) ? given.span(name).nanos() : Head.UNSAID;
    }

    boolean is(String which) {
        return role.equals(which);
    }

    /** The group that is asked next; empty for the origins. */
    String via() {
        return via;
    }

    Lifetimes lifetimes() {
        return lifetimes;
    }

    /** Whether caches are told before something is written. */
    boolean grantsLeases() {
        return grantsLeases;
    }

    /** Of what does not exist. */
    Lifetimes negative() {
        return negative;
    }

    boolean hasEtags() {
        return hasEtags;
    }

    boolean saysLastModified() {
        return saysLastModified;
    }

    boolean varies() {
        return varies;
    }

    /** How often each resource changes of itself, in nanoseconds; not more than 0 for never. */
    long changes() {
        return changes;
    }

    double missing() {
        return missing;
    }

    double failing() {
        return failing;
    }

    long size() {
        return size;
    }

    Span work() {
        return work;
    }

    boolean coalesces() {
        return coalesces;
    }

    boolean asksSiblings() {
        return asksSiblings;
    }

    String copies() {
        return copies;
    }

    double chance() {
        return chance;
    }

    String language() {
        return language;
    }

    Span timeout() {
        return timeout;
    }
}
