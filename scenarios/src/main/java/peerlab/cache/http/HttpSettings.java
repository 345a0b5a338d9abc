package peerlab.cache.http;

import java.util.List;

import peerlab.cache.http.Head.Lifetimes;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameter.Type;
import peerlab.engine.protocol.Parameters;

/** The parameters of one group: of origins, of caches, or of clients. */
record HttpSettings(Parameters given) {

    static final String ROLE = "role";
    static final String ORIGIN = "origin";
    static final String CACHE = "cache";
    static final String CLIENT = "client";
    static final String VIA = "via";
    static final String CHANCE = "chance";
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
            span("changes", "of an origin: how often each resource changes of itself; never where not said"),
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

    boolean is(String role) {
        return given.word(ROLE).equals(role);
    }

    /** The group that is asked next; empty for the origins. */
    String via() {
        return given.has(VIA) ? given.word(VIA) : "";
    }

    Lifetimes lifetimes() {
        return new Lifetimes(nanos("maxAge"), nanos("sharedMaxAge"), nanos("expires"),
                nanos("whileRevalidate"), nanos("ifError"), given.flag("mustRevalidate"),
                given.flag("noStore"));
    }

    /** Of what does not exist. */
    Lifetimes negative() {
        long known = nanos("negative");
        return new Lifetimes(known, Head.UNSAID, Head.UNSAID, Head.UNSAID, Head.UNSAID, false, known < 0);
    }

    long nanos(String name) {
        return given.has(name) ? Lifetimes.of(given.span(name)) : Head.UNSAID;
    }

    boolean flag(String name) {
        return given.flag(name);
    }

    double ratio(String name) {
        return given.ratio(name);
    }

    String word(String name) {
        return given.word(name);
    }

    Span span(String name) {
        return given.span(name);
    }

    Span timeout() {
        return given.has("timeout") ? given.span("timeout") : is(CLIENT) ? OF_CLIENTS : OF_CACHES;
    }

    long size() {
        return given.bytes("size").count();
    }

    String language() {
        return given.word("language").equals("none") ? "" : given.word("language");
    }
}
