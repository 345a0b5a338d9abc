package peerlab.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.cache.policy.Admission;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.cache.policy.Policies;
import peerlab.cache.policy.PolicyEntry;
import peerlab.cache.theory.CheApproximation;
import peerlab.cache.trace.Popularity;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.CacheTerms;
import peerlab.engine.protocol.Objection;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameter.Type;
import peerlab.engine.protocol.Parameters;

/**
 * What a scenario's {@code cache} says: {@code cache policy: 'lru', capacity: 64.MiB, ttl: 10.min}. Any
 * protocol whose peers have caches can take it as it is.
 */
public final class CacheSettings {

    private static final String POLICY = "policy";
    private static final String CAPACITY = "capacity";
    private static final String ENTRIES = "entries";
    private static final String TTL = "ttl";
    private static final String SLIDING = "sliding";
    private static final String JITTER = "jitter";
    private static final String ADMISSION = "admission";
    private static final Bytes USUAL_CAPACITY = new Bytes(64L << 20);

    private static final List<Parameter> DECLARED = declared();

    /** What can be said, and what is wrong with it. */
    public static final CacheTerms TERMS = new CacheTerms(DECLARED, CacheSettings::objections);

    private final Parameters given;

    /** @param given what was said of one peer's cache */
    public CacheSettings(Parameters given) {
        this.given = given;
    }

    private static List<Parameter> declared() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        List<Parameter> own = List.of(
                Parameter.word(POLICY, "lru", online().stream().map(PolicyEntry::name).toList(),
                        "who goes where there is no room"),
                new Parameter(CAPACITY, Type.BYTES, null, new Bytes(1), null, List.of(),
                        "how many bytes each cache holds; " + USUAL_CAPACITY + " where nothing is said"),
                new Parameter(ENTRIES, Type.INTEGER, null, 1L, null, List.of(),
                        "how many entries each cache holds, whatever their sizes"),
                Parameter.span(TTL, null, new Span(1), null, "how long an entry may be served"),
                Parameter.flag(SLIDING, false, "whether each use makes an entry as fresh as it was at first"),
                new Parameter(JITTER, Type.RATIO, Ratio.NONE, Ratio.NONE, Ratio.ALL, List.of(),
                        "how much shorter than the ttl the life of an entry may be, by chance"),
                Parameter.word(ADMISSION, "all", Admission.names(), "who may come in at all"));
        own.forEach(parameter -> all.put(parameter.name(), parameter));
        for (PolicyEntry policy : online()) {
            for (Parameter parameter : policy.parameters()) {
                all.putIfAbsent(parameter.name(), new Parameter(parameter.name(), parameter.type(), null,
                        null, null, parameter.choices(), meaning(parameter.name())));
            }
        }
        return List.copyOf(all.values());
    }

    private static List<PolicyEntry> online() {
        return Policies.all().stream().filter(policy -> !policy.knowsFuture()).toList();
    }

    /** A parameter of one policy or of several, with the default of each. */
    private static String meaning(String parameter) {
        List<String> meanings = new ArrayList<>();
        for (PolicyEntry policy : online()) {
            policy.parameters().stream().filter(p -> p.name().equals(parameter)).forEach(p ->
                    meanings.add(policy.name() + ": " + p.summary() + " (" + p.initial() + ")"));
        }
        return String.join("; ", meanings);
    }

    private static List<Objection> objections(Map<String, Object> given) {
        List<Objection> all = new ArrayList<>();
        PolicyEntry policy = Policies.named((String) given.getOrDefault(POLICY, "lru")).orElseThrow();
        if (given.containsKey(CAPACITY) && given.containsKey(ENTRIES)) {
            all.add(new Objection(ENTRIES,
                    "invalid size: 'capacity' and 'entries' both say how much a cache holds",
                    "keep one of them"));
        }
        if (policy.needsUnitSizes() && !given.containsKey(ENTRIES)) {
            all.add(new Objection(POLICY, "invalid policy: '" + policy.name()
                    + "' counts entries, and this cache counts bytes", "say how many entries it holds"));
        }
        for (String option : List.of(SLIDING, JITTER)) {
            if (given.containsKey(option) && !given.containsKey(TTL)) {
                all.add(new Objection(option, "'" + option + "' without a time to live",
                        "say how long an entry lives: ttl"));
            }
        }
        given.forEach((name, value) -> ofPolicy(policy, name, value).ifPresent(all::add));
        return all;
    }

    private static Optional<Objection> ofPolicy(PolicyEntry policy, String name, Object value) {
        Optional<Parameter> own = policy.parameters().stream().filter(p -> p.name().equals(name)).findFirst();
        List<String> others = online().stream()
                .filter(other -> other.parameters().stream().anyMatch(p -> p.name().equals(name)))
                .map(PolicyEntry::name).toList();
        if (own.isEmpty() && !others.isEmpty()) {
            return Optional.of(new Objection(name, "invalid policy: '" + policy.name() + "' has no '" + name
                    + "'", "it belongs to " + String.join(" and ", others)));
        }
        return own.flatMap(parameter -> parameter.complaintAbout(value)).map(complaint ->
                new Objection(name, "'" + name + "' of " + policy.name() + " " + complaint + ", found "
                        + value, "it is " + own.get().summary()));
    }

    /** How much a cache holds. */
    public Capacity capacity() {
        return given.has(ENTRIES) ? Capacity.entries(given.integer(ENTRIES))
                : Capacity.bytes(given.has(CAPACITY) ? given.bytes(CAPACITY) : USUAL_CAPACITY);
    }

    /** The hit ratio to be expected of it; empty where theory does not know the policy or more is at work. */
    public Optional<Double> expectedHitRatio(Popularity popularity) {
        boolean isPlain = given.has(ENTRIES) && !given.has(TTL) && given.word(ADMISSION).equals("all");
        return isPlain ? new CheApproximation(popularity).under(given.word(POLICY), given.integer(ENTRIES))
                : Optional.empty();
    }

    /** The policy that was asked for. */
    public EvictionPolicy policy(RandomSource random) {
        PolicyEntry entry = Policies.named(given.word(POLICY)).orElseThrow();
        Map<String, Object> own = new LinkedHashMap<>();
        for (Parameter parameter : entry.parameters()) {
            if (given.has(parameter.name())) {
                own.put(parameter.name(), given.all().get(parameter.name()));
            }
        }
        return entry.make(own, random);
    }

    /**
     * A cache as it was described.
     *
     * @param policy who says who goes: that of {@link #policy}, or somebody else's
     * @param random for the jitter of lifetimes
     */
    public Cache cache(EvictionPolicy policy, RandomSource random, Departures departures) {
        EvictionPolicy behind = Admission.named(given.word(ADMISSION)).orElseThrow().before(policy);
        return new Cache(capacity(), behind, lifetime(), random, departures);
    }

    private Lifetime lifetime() {
        if (!given.has(TTL)) {
            return Lifetime.UNLIMITED;
        }
        return new Lifetime(given.span(TTL), given.flag(SLIDING), (Ratio) given.all().get(JITTER));
    }
}
