package peerlab.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import peerlab.cache.Cache;
import peerlab.cache.Capacity;
import peerlab.cache.Departures;
import peerlab.cache.Lifetime;
import peerlab.cache.policy.Admission;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.cache.policy.NextUses;
import peerlab.cache.policy.Policies;
import peerlab.cache.policy.PolicyEntry;
import peerlab.cache.trace.Sizes;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.use.Classes;
import peerlab.dsl.value.Quantity;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;
import peerlab.engine.protocol.Parameter;

import picocli.CommandLine.ParseResult;

/** The caches that a command line asks for: each of its policies at each of its capacities. */
final class CacheChoice {

    static final String POLICY = "--policy";
    static final String ENTRIES = "--entries";
    static final String BYTES = "--bytes";
    static final String UNIT_SIZE = "--unit-size";
    static final String ADMISSION = "--admission";
    static final String TTL = "--ttl";
    static final String SLIDING = "--sliding";
    static final String JITTER = "--jitter";

    private static final String USUAL_POLICY = "lru";

    private final ParseResult words;
    private final Amounts amounts;
    private final Classes classes;
    private final RandomSource random;
    private final Admission admission;
    private final Lifetime lifetime;
    private final Map<String, Map<String, Object>> settings = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param isBrought whether somebody else's class is the policy
     */
    record Chosen(String policy, boolean isBrought, Capacity capacity, Cache cache) {
    }

    CacheChoice(ParseResult words, Classes classes, RandomSource random) {
        this.words = words;
        this.amounts = new Amounts(words);
        this.classes = classes;
        this.random = random;
        this.admission = admission();
        this.lifetime = lifetime();
        readSettings();
    }

    /** @param future asked for only where a policy knows it */
    List<Chosen> caches(Supplier<NextUses> future) {
        List<String> names = policies();
        List<Capacity> capacities = capacities();
        List<Chosen> chosen = new ArrayList<>();
        NextUses known = knowsFuture() ? future.get() : null;
        for (String name : names) {
            Optional<PolicyEntry> entry = Policies.named(name);
            entry.ifPresent(e -> requireSizes(e, capacities));
            for (Capacity capacity : capacities) {
                RandomSource own = random.stream(name, capacity.amount());
                EvictionPolicy policy = entry.isPresent()
                        ? entry.get().make(settings.getOrDefault(name, Map.of()), own, known) : brought(name);
                chosen.add(new Chosen(name, entry.isEmpty(), capacity,
                        new Cache(capacity, admission.before(policy), lifetime, own.stream("lifetimes"),
                                Departures.UNHEARD)));
            }
        }
        return chosen;
    }

    private boolean knowsFuture() {
        return policies().stream().map(Policies::named).flatMap(Optional::stream)
                .anyMatch(PolicyEntry::knowsFuture);
    }

    /** What is wanted of the sizes in a trace. */
    Sizes sizes() {
        return Options.isSet(words, UNIT_SIZE) ? Sizes.IGNORED
                : amounts.isGiven(BYTES) ? Sizes.NEEDED : Sizes.WHERE_KNOWN;
    }

    private List<String> policies() {
        List<String> names = amounts.several(POLICY, "lru,arc");
        for (String name : names) {
            if (Policies.named(name).isEmpty()) {
                requireClass(name);
            }
        }
        return names.isEmpty() ? List.of(USUAL_POLICY) : names;
    }

    private List<Capacity> capacities() {
        if (amounts.isGiven(ENTRIES) == amounts.isGiven(BYTES)) {
            throw amounts.isGiven(BYTES)
                    ? new WrongUse("--entries and --bytes both say how large the caches are",
                            "leave one of them out")
                    : new WrongUse("how large are the caches?", "add --entries 100,1000 or --bytes 1MiB");
        }
        List<Capacity> capacities = new ArrayList<>();
        amounts.several(ENTRIES, "100,1000").forEach(written ->
                capacities.add(Capacity.entries(amounts.count(ENTRIES, written, "100,1000"))));
        amounts.several(BYTES, "64KiB,1MiB").forEach(written ->
                capacities.add(Capacity.bytes(amounts.bytes(BYTES, written))));
        return capacities;
    }

    private void requireSizes(PolicyEntry entry, List<Capacity> capacities) {
        boolean areBytes = capacities.stream().anyMatch(capacity -> !capacity.areEntries());
        if (entry.needsUnitSizes() && areBytes && sizes() != Sizes.IGNORED) {
            throw new WrongUse(entry.name() + " counts entries: in bytes its target size has no meaning",
                    "write --entries 1000, or --unit-size where all sizes are to be one byte");
        }
    }

    private Admission admission() {
        String written = words.matchedOptionValue(ADMISSION, Admission.ALL.word());
        return Admission.named(written).orElseThrow(() -> new WrongUse(
                "there is no admission '" + written + "'", Suggestion.remedy(written, Admission.names(),
                        "there are " + String.join(", ", Admission.names()))));
    }

    private Lifetime lifetime() {
        boolean slides = Options.isSet(words, SLIDING);
        if (!amounts.isGiven(TTL)) {
            if (slides || amounts.isGiven(JITTER)) {
                throw new WrongUse((slides ? SLIDING : JITTER) + " needs a time to live", "add --ttl 10min");
            }
            return Lifetime.UNLIMITED;
        }
        String jitter = words.matchedOptionValue(JITTER, null);
        return new Lifetime(amounts.span(TTL).orElseThrow(), slides,
                jitter == null ? Ratio.NONE : Amounts.part(JITTER, jitter));
    }

    private void readSettings() {
        Options.pairs(words, Options.SET, "clock.bits=2").forEach((name, written) -> {
            int dot = name.indexOf('.');
            String policy = dot < 0 ? name : name.substring(0, dot);
            PolicyEntry entry = Policies.named(policy).orElseThrow(() -> new WrongUse(
                    "--set names a policy and its parameter, found '" + name + "'",
                    "write --set clock.bits=2"));
            String parameter = name.substring(dot + 1);
            settings.computeIfAbsent(policy, p -> new LinkedHashMap<>())
                    .put(parameter, value(entry, parameter, written));
        });
    }

    private static Object value(PolicyEntry entry, String name, String written) {
        List<String> names = entry.parameters().stream().map(Parameter::name).toList();
        Parameter parameter = entry.parameters().stream().filter(p -> p.name().equals(name)).findFirst()
                .orElseThrow(() -> new WrongUse(entry.name() + " has no parameter '" + name + "'",
                        Suggestion.remedy(name, names, names.isEmpty() ? "it has none at all"
                                : "it has " + String.join(", ", names))));
        String option = Options.SET + " " + entry.name() + "." + name + "=";
        if (parameter.type() == Parameter.Type.RATIO) {
            return checked(parameter, Amounts.part(option.strip(), written), option);
        }
        Optional<Quantity> quantity = Amounts.quantity(written).filter(Quantity::isInteger);
        return checked(parameter, quantity.map(Quantity::asValue).orElseThrow(() -> new WrongUse(
                "'" + name + "' needs a whole number, found '" + written + "'",
                "write " + option + parameter.initial())), option);
    }

    private static Object checked(Parameter parameter, Object value, String option) {
        parameter.complaintAbout(value).ifPresent(complaint -> {
            throw new WrongUse("'" + parameter.name() + "' " + complaint + ", found " + value,
                    "write " + option + parameter.initial());
        });
        return value;
    }

    private Class<?> requireClass(String name) {
        List<String> known = new ArrayList<>(Policies.names());
        known.addAll(classes.names());
        Class<?> type;
        try {
            type = classes.load(name);
        } catch (ClassNotFoundException gone) {
            throw new WrongUse("there is no policy '" + name + "'", Suggestion.remedy(name, known,
                    "see peerlab list policies; a class of yours comes with --with PATH"));
        }
        if (!EvictionPolicy.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
            throw new WrongUse("'" + name + "' is no policy",
                    "write class " + type.getSimpleName() + " implements " + EvictionPolicy.class.getName());
        }
        return type;
    }

    private EvictionPolicy brought(String name) {
        Class<?> type = requireClass(name);
        try {
            return (EvictionPolicy) type.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw new WrongUse("the constructor of '" + name + "' threw " + thrown.getCause(),
                    "a policy is told of its cache in begin");
        } catch (ReflectiveOperationException refused) {
            throw new WrongUse("an instance of '" + name + "' cannot be made",
                    "give it a public constructor without parameters, and make the class public");
        }
    }
}
