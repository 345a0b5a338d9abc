package peerlab.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.check.PeerCondition;
import peerlab.engine.observe.FailedOperation;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.observe.PeerFold;
import peerlab.engine.observe.PlainValues;
import peerlab.engine.observe.Reading;
import peerlab.engine.observe.Topology;
import peerlab.engine.observe.TopologyReading;
import peerlab.engine.observe.View;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Gauge;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.protocol.NamedProperty;
import peerlab.engine.protocol.Survey;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.SelectorSpec;

/** A run as those see it who may look and not touch. */
final class RunView implements View, Selector.Judge {

    private static final String TOPOLOGY = "topology.";

    private final Run run;
    private final Map<SelectorSpec.Where, PeerCondition> conditions = new HashMap<>();

    private PeerLook[] looks = {};

    RunView(Run run) {
        this.run = run;
    }

    /** Tells the metrics which gauges this run has, and who answers them. */
    void offerGauges(MetricCatalog catalog) {
        offerTopology(catalog);
        run.metrics().gauge("peers.up", reading(
                () -> run.cluster().up(), () -> run.cluster().changes(), Unit.NUMBER));
        run.metrics().gauge("peers.down",
                reading(() -> run.cluster().down(), () -> run.cluster().changes(), Unit.NUMBER));
        run.metrics().gauge("connections.open", reading(
                () -> run.network().connections(), () -> run.network().connectionChanges(), Unit.NUMBER));
        for (Deployment deployment : run.casting().deployments()) {
            for (Gauge gauge : Misuse.unlessNull(deployment.gauges(), "gauges")) {
                run.metrics().gauge(gauge.metric().name(), () -> new PeerFold(
                        gauge, run.cluster().size(), peer -> contribution(gauge, deployment, peer)));
                run.metrics().parts(gauge.metric().name(), who -> new PeerFold(
                        gauge, run.cluster().size(), peer -> isCalled(peer, who)
                                ? contribution(gauge, deployment, peer) : Double.NaN));
            }
            for (Survey survey : Misuse.unlessNull(deployment.surveys(), "surveys")) {
                run.metrics().gauge(survey.metric().name(), reading(
                        () -> survey.reading().applyAsDouble(run.population(deployment)),
                        () -> run.kernel().events(), survey.metric().unit()));
            }
        }
    }

    private void offerTopology(MetricCatalog catalog) {
        for (MetricSpec spec : catalog.all()) {
            if (spec.name().startsWith(TOPOLOGY)) {
                run.metrics().gauge(spec.name(), () -> new TopologyReading(
                        spec.name().substring(TOPOLOGY.length()), spec.unit(), run.cluster().size(),
                        index -> run.cluster().peer(index).isUp() ? run.cluster().peer(index).neighbours()
                                : null,
                        this::topology));
            }
        }
    }

    private double contribution(Gauge gauge, Deployment deployment, int index) {
        Peer peer = run.cluster().peer(index);
        run.cluster().called(index);
        return peer.isUp() && peer.deployment() == deployment
                ? gauge.contribution().applyAsDouble(peer.algorithm()) : Double.NaN;
    }

    private boolean isCalled(int index, String name) {
        Peer peer = run.cluster().peer(index);
        return peer.id().name().equals(name) || peer.group().equals(name);
    }

    private static Reading reading(DoubleSupplier value, LongSupplier version, Unit unit) {
        return new Reading() {
            @Override
            public double at(long nanos) {
                return value.getAsDouble();
            }

            @Override
            public long version() {
                return version.getAsLong();
            }

            @Override
            public Unit unit() {
                return unit;
            }
        };
    }

    @Override
    public SimTime now() {
        return new SimTime(run.kernel().now());
    }

    @Override
    public List<PeerId> peers() {
        return run.cluster().ids();
    }

    @Override
    public PeerView peer(PeerId id) {
        return look(id);
    }

    private PeerLook look(PeerId id) {
        if (looks.length == 0) {
            looks = new PeerLook[run.cluster().size()];
        }
        if (looks[id.index()] == null) {
            looks[id.index()] = new PeerLook(run.cluster().peer(id), run.regions());
        }
        return looks[id.index()];
    }

    @Override
    public Reading reading(Expression.Metric metric, Optional<Span> over) {
        return run.metrics().reading(metric, over);
    }

    @Override
    public boolean holds(String property) {
        for (Deployment deployment : run.casting().deployments()) {
            for (NamedProperty offered : Misuse.unlessNull(deployment.properties(), "properties")) {
                if (offered.name().equals(property)) {
                    return offered.holds().test(run.population(deployment));
                }
            }
        }
        throw new IllegalArgumentException("no protocol of this run offers the property '" + property + "'");
    }

    @Override
    public Topology topology() {
        List<Topology.Node> nodes = new ArrayList<>();
        List<Topology.Edge> edges = new ArrayList<>();
        for (PeerId id : peers()) {
            Peer peer = run.cluster().peer(id);
            Map<String, Object> values = shown(peer.values());
            String role = Objects.toString(values.get("role"), "");
            nodes.add(new Topology.Node(
                    id, peer.isUp(), role, peer.group(), run.regions().of(id), values));
            for (PeerId neighbour : peer.neighbours()) {
                edges.add(new Topology.Edge(id, neighbour, "knows"));
            }
        }
        return new Topology(now(), nodes, edges, run.network().inFlight());
    }

    /** A picture of this instant: what a protocol shows may be its own, and change. */
    private static Map<String, Object> shown(Map<?, Object> values) {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> shown.put(String.valueOf(name), PlainValues.of(value)));
        return shown;
    }

    @Override
    public List<FailedOperation> failures(String plural, SimTime from) {
        return run.clients().failures(plural, from);
    }

    @Override
    public List<FaultView> faults() {
        return run.faults().views();
    }

    // What a selector asks.

    @Override
    public boolean matches(PeerId peer, SelectorSpec.Where where) {
        PeerCondition condition = conditions.computeIfAbsent(
                where, w -> new PeerCondition(w.condition(), this));
        return condition.holds(look(peer), run.kernel().now());
    }

    @Override
    public List<PeerId> closest(SelectorSpec.Closest closest) {
        IllegalArgumentException refusal = null;
        for (Deployment deployment : run.casting().deployments()) {
            try {
                List<PeerId> found = Misuse.unlessNull(deployment.closest(
                        closest.key(), closest.count(), run.population(deployment)), "closest");
                found.forEach(id -> run.cluster().member(id, "closest"));
                return found;
            } catch (IllegalArgumentException e) {
                refusal = e;
            }
        }
        if (refusal != null) {
            throw refusal;
        }
        return List.of();
    }

    @Override
    public Predicate<PeerId> judging(Expression condition) {
        PeerCondition judged = new PeerCondition(condition, this);
        return peer -> judged.holds(look(peer), run.kernel().now());
    }

    @Override
    public boolean isLeader(PeerId peer) {
        Object leads = run.cluster().peer(peer).values().get("leader");
        return Boolean.TRUE.equals(leads);
    }
}
