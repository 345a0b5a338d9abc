package peerlab.engine.observe;

import static peerlab.engine.base.Unit.BYTES;
import static peerlab.engine.base.Unit.NUMBER;
import static peerlab.engine.base.Unit.SECONDS;
import static peerlab.engine.base.Unit.TRUTH;
import static peerlab.engine.protocol.MetricSpec.Kind.COUNTER;
import static peerlab.engine.protocol.MetricSpec.Kind.DISTRIBUTION;
import static peerlab.engine.protocol.MetricSpec.Kind.GAUGE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.Unit;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Operation.Effect;
import peerlab.engine.protocol.ProtocolProvider;

/** Every metric that a run with certain protocols has, by dotted name. */
public final class MetricCatalog {

    /** What can be asked of a distribution. */
    public static final List<String> MEASURES = List.of(
            "count", "mean", "min", "p50", "p90", "p95", "p99", "max");

    private static final List<MetricSpec> ALWAYS = List.of(
            new MetricSpec("messages.sent", COUNTER, NUMBER, "messages that peers sent"),
            new MetricSpec("messages.delivered", COUNTER, NUMBER,
                    "messages that arrived at a peer that was up"),
            new MetricSpec("messages.dropped", COUNTER, NUMBER, "messages that never arrived"),
            new MetricSpec("messages.duplicated", COUNTER, NUMBER, "extra copies that the network made"),
            new MetricSpec("messages.corrupted", COUNTER, NUMBER, "messages that the network changed"),
            new MetricSpec("messages.bytes", COUNTER, BYTES, "bytes that peers sent"),
            new MetricSpec("queues.wait", DISTRIBUTION, SECONDS,
                    "how long messages waited for a line of limited bandwidth"),
            new MetricSpec("connections.open", GAUGE, NUMBER, "connections that there are"),
            new MetricSpec("connections.opened", COUNTER, NUMBER, "times that two peers connected"),
            new MetricSpec("peers.up", GAUGE, NUMBER, "peers that are up"),
            new MetricSpec("peers.down", GAUGE, NUMBER, "peers that were up and are not"),
            new MetricSpec("peers.joined", COUNTER, NUMBER, "times that a peer joined"),
            new MetricSpec("peers.left", COUNTER, NUMBER, "times that a peer left in good order"),
            new MetricSpec("peers.crashed", COUNTER, NUMBER, "times that a peer crashed"),
            new MetricSpec("peers.restarted", COUNTER, NUMBER, "times that a peer restarted"),
            new MetricSpec("topology.connected", GAUGE, TRUTH,
                    "whether every peer that is up reaches every other over known peers"),
            new MetricSpec("topology.components", GAUGE, NUMBER, "parts that do not reach each other"),
            new MetricSpec("topology.diameter", GAUGE, NUMBER,
                    "the longest of the shortest paths, in the largest part"),
            new MetricSpec("topology.pathLength", GAUGE, NUMBER,
                    "the mean of the shortest paths, in the largest part"),
            new MetricSpec("topology.clustering", GAUGE, NUMBER, "the global clustering coefficient"),
            new MetricSpec("topology.degree", GAUGE, NUMBER, "the mean number of neighbours"),
            new MetricSpec("topology.articulationPoints", GAUGE, NUMBER,
                    "peers whose loss splits the network"));

    private final Map<String, MetricSpec> byName = new LinkedHashMap<>();

    public MetricCatalog(Collection<ProtocolProvider> protocols) {
        ALWAYS.forEach(this::add);
        for (ProtocolProvider protocol : protocols) {
            Misuse.unlessNull(protocol.operations(), "operations")
                    .forEach(operation -> ofOperation(operation).forEach(this::add));
            Misuse.unlessNull(protocol.metrics(), "metrics").forEach(this::add);
        }
    }

    /** The metrics that every operation has: started, succeeded, failed, how long it took. */
    public static List<MetricSpec> ofOperation(Operation operation) {
        String plural = operation.plural();
        List<MetricSpec> specs = new ArrayList<>(List.of(
                new MetricSpec(plural + ".started", COUNTER, NUMBER, plural + " that clients asked for"),
                new MetricSpec(plural + ".count", COUNTER, NUMBER, plural + " that were answered or failed"),
                new MetricSpec(plural + ".succeeded", COUNTER, NUMBER, plural + " that did what was asked"),
                new MetricSpec(plural + ".failed", COUNTER, NUMBER, plural + " that did not"),
                MetricSpec.rate(plural + ".successRate", plural + ".succeeded", plural + ".count",
                        "succeeded of all that were answered or failed"),
                new MetricSpec(plural + ".latency", DISTRIBUTION, SECONDS,
                        "from asking to the answer, of those that succeeded")));
        if (operation.effect() == Effect.READS) {
            specs.add(new MetricSpec(plural + ".wrong", COUNTER, NUMBER, plural
                    + " answered with a value never put under the key"));
            specs.add(new MetricSpec(plural + ".stale", COUNTER, NUMBER,
                    plural + " answered with a value older than the last acknowledged put"));
        }
        return specs;
    }

    private void add(MetricSpec spec) {
        byName.putIfAbsent(spec.name(), spec);
    }

    /** A metric as named in a condition: the metric itself, and for a distribution which measure of it. */
    public record Named(MetricSpec spec, Optional<String> measure) {
        /** The unit of the value: a count is a plain number whatever was measured. */
        public Unit unit() {
            return measure.filter("count"::equals).map(m -> NUMBER).orElse(spec.unit());
        }
    }

    /**
     * Finds {@code gets.successRate}, or {@code lookups.hops.p95}; empty for an unknown name or a measure of
     * none.
     */
    public Optional<Named> find(String name) {
        MetricSpec whole = byName.get(name);
        if (whole != null) {
            return Optional.of(new Named(whole, Optional.empty()));
        }
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        MetricSpec measured = byName.get(name.substring(0, dot));
        String measure = name.substring(dot + 1);
        boolean isMeasure = measured != null && measured.kind() == DISTRIBUTION && MEASURES.contains(measure);
        return isMeasure ? Optional.of(new Named(measured, Optional.of(measure))) : Optional.empty();
    }

    /** All metrics, those of every run first. */
    public List<MetricSpec> all() {
        return List.copyOf(byName.values());
    }

    /** Every name that a condition may use, measures included: for suggestions and completion. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (MetricSpec spec : byName.values()) {
            if (spec.kind() == DISTRIBUTION) {
                MEASURES.forEach(measure -> names.add(spec.name() + "." + measure));
            } else {
                names.add(spec.name());
            }
        }
        return names;
    }
}
