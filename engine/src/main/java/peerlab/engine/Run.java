package peerlab.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.check.Checks;
import peerlab.engine.check.ExpectationVerdict;
import peerlab.engine.check.Verdict;
import peerlab.engine.fault.FaultInjector;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.kernel.Limits;
import peerlab.engine.network.Network;
import peerlab.engine.network.Traffic;
import peerlab.engine.observe.MetricCatalog;
import peerlab.engine.observe.MetricReport;
import peerlab.engine.observe.MetricSeries;
import peerlab.engine.observe.Metrics;
import peerlab.engine.observe.Observer;
import peerlab.engine.observe.View;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Outbox;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Population;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.protocol.Recording;
import peerlab.engine.protocol.Recordings;
import peerlab.engine.protocol.Request;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.trace.Fingerprint;
import peerlab.engine.workload.Clients;

/** One run, from its parts to its result. */
final class Run implements StepRunner.Stage, Outbox {

    private final ScenarioSpec spec;
    private final boolean isDetailed;
    private final RandomSource random;
    private final Casting casting;
    private final Kernel kernel;
    private final Metrics metrics;
    private final Fingerprint fingerprint = new Fingerprint();
    private final Witnesses witnesses;
    private final Cluster cluster;
    private final Traffic traffic;
    private final Network network;
    private final Clients clients;
    private final Selector selector;
    private final Regions regions;
    private final FaultInjector faults;
    private final RunView view;
    private final Checks checks;
    private final MetricSeries series;
    private final Snapshots snapshots;
    private final List<String> notes = new ArrayList<>();
    private final Map<Deployment, Population> populations = new HashMap<>();
    private RunFailure failure;
    private boolean isStopped;
    private final Recordings recordings;
    private final List<Recording> open = new ArrayList<>();
    private boolean wasAnyoneUp;
    private long wallNanos;

    Run(ScenarioSpec spec, Protocols protocols, Hooks hooks, Recordings recordings,
            List<Observer> observers, Limits limits, boolean isDetailed) {
        this.recordings = recordings;
        long began = WallClock.nanos();
        this.spec = spec;
        this.isDetailed = isDetailed;
        this.random = new RandomSource(spec.seed());
        this.casting = new Casting(spec, protocols, hooks, random);
        this.kernel = new Kernel(limits);
        MetricCatalog catalog = new MetricCatalog(casting.providers());
        this.metrics = new Metrics(catalog, kernel::now);
        this.view = new RunView(this);
        this.witnesses = new Witnesses(observers, view);
        this.cluster = new Cluster(
                casting.places(), kernel, this, witnesses, fingerprint, metrics, random.stream("peer"));
        this.traffic = new Traffic(metrics);
        this.network = new Network(
                kernel, new Arrivals(cluster), traffic, fingerprint, witnesses, limits.bytes().count(),
                random.stream("network"));
        this.clients = new Clients(
                kernel, witnesses, fingerprint, metrics, peer -> populations.get(peer.deployment()));
        this.selector = new Selector(cluster, view);
        this.faults = new FaultInjector(kernel, cluster, network, selector, hooks);
        this.snapshots = new Snapshots(view, spec.record().snapshotsEvery(), spec.stop().at());
        for (Deployment deployment : casting.deployments()) {
            populations.put(deployment, cluster.population(casting.membersOf(deployment)));
            deployment.measureWith(metrics);
        }
        view.offerGauges(catalog);
        RandomSource ofNetwork = random.stream("network");
        this.regions = Regions.settle(spec.network().regions(), cluster.size(), selector, ofNetwork);
        new NetworkRules(network, selector, ofNetwork, cluster.size()).lay(spec.network(), regions);
        this.checks = new Checks(spec.expectations(), spec.stop().when(), view);
        this.series = isDetailed ? new MetricSeries(catalog, metrics, spec.stop().at().nanos()) : null;
        guarded(this::setUp);
        wallNanos += WallClock.nanos() - began;
    }

    private void setUp() {
        Set<Integer> outside = casting.outsiders(regions);
        Map<Deployment, List<PeerId>> converged = new HashMap<>();
        Map<Deployment, PeerId> first = new HashMap<>();
        List<Peer> up = new ArrayList<>();
        for (PeerId id : cluster.ids()) {
            if (!outside.contains(id.index())) {
                Peer peer = cluster.peer(id);
                PeerId host = first.putIfAbsent(peer.deployment(), id);
                boolean isConverged = casting.startsConverged(id);
                cluster.prepare(peer, host == null || isConverged ? List.of() : List.of(host));
                up.add(peer);
                if (isConverged) {
                    converged.computeIfAbsent(peer.deployment(), deployment -> new ArrayList<>()).add(id);
                }
            }
        }
        for (Deployment deployment : casting.deployments()) {
            List<PeerId> members = converged.get(deployment);
            if (members != null) {
                deployment.converge(
                        cluster.population(members),
                        random.stream("converged").stream(casting.nameOf(deployment)));
            }
        }
        kernel.scheduleAt(new Beginning(cluster, up), 0);
        scheduleTimeline();
    }

    private void scheduleTimeline() {
        Map<String, Integer> occurrences = new HashMap<>();
        for (StepSpec step : spec.timeline()) {
            String text = StepText.of(step);
            int occurrence = occurrences.merge(text, 1, Integer::sum);
            RandomSource stream = random.stream("selection").stream(text, occurrence);
            new StepRunner(step, this, stream, spec.stop().at().nanos()).schedule();
        }
    }

    void runUntil(SimTime time) {
        long began = WallClock.nanos();
        long until = Math.max(kernel.now(), Math.min(time.nanos(), spec.stop().at().nanos()));
        guarded(() -> proceed(until));
        wallNanos += WallClock.nanos() - began;
    }

    private void proceed(long until) {
        boolean isWatchingTime = !checks.isIdle() || series != null || snapshots.isPeriodic();
        if (kernel.events() == 0) {
            checks.begin(0);
        }
        while (!isStopped) {
            long next = kernel.nextTime();
            if (next < 0 || next > until) {
                break;
            }
            if (isWatchingTime && next > kernel.now()) {
                passTo(next);
                if (isStopped) {
                    break;
                }
            }
            if (kernel.step()) {
                settle();
            }
        }
        if (!isStopped) {
            passTo(until);
        }
        if (!isStopped) {
            kernel.passTo(until);
        }
    }

    /** Lets those who watch see all that an event has changed. */
    private void settle() {
        int touched = cluster.takeTouched();
        if (touched >= 0) {
            metrics.touched(touched);
        } else if (touched == Cluster.ALL) {
            metrics.touchedAll();
        }
        wasAnyoneUp |= cluster.up() > 0;
        if (!checks.isIdle()) {
            checks.afterEvent(kernel.now(), touched);
            isStopped = checks.isStopReached();
        }
    }

    private void passTo(long nanos) {
        checks.passTo(nanos);
        isStopped = checks.isStopReached();
        long reached = isStopped ? checks.stopNanos() : nanos;
        if (isStopped) {
            kernel.passTo(reached);
        }
        snapshots.passTo(reached);
        if (series != null) {
            series.passTo(reached);
        }
    }

    /** Turns what a protocol throws, and limits that are reached, into the failure of the run. */
    private void guarded(Runnable part) {
        if (failure == null) {
            attempt(part);
        }
    }

    /** Lets something call protocols; of several failures the first is the one that counts. */
    private void attempt(Runnable part) {
        RunFailure caught = null;
        try {
            part.run();
        } catch (LimitReached reached) {
            caught = Blame.limit(reached, new SimTime(kernel.now()));
        } catch (Exception | StackOverflowError | AssertionError | LinkageError thrown) {
            caught = Blame.protocol(thrown, cluster.latest(), kernel, witnesses);
        }
        failure = failure == null ? caught : failure;
    }

    RunResult finish() {
        long began = WallClock.nanos();
        List<ExpectationVerdict> verdicts = new ArrayList<>();
        List<MetricReport.Point> points = new ArrayList<>();
        Map<String, MetricReport.Value> values = new LinkedHashMap<>();
        attempt(() -> verdicts.addAll(checks.finish(kernel.now())));
        attempt(() -> points.addAll(series == null ? List.of() : series.finish(kernel.now())));
        attempt(() -> values.putAll(metrics.values(isDetailed)));
        if (values.isEmpty()) {
            attempt(() -> values.putAll(metrics.values(false)));
        }
        attempt(() -> snapshots.finish(kernel.now(), isDetailed));
        witnesses.finish();
        open.forEach(Recording::close);
        if (!wasAnyoneUp) {
            notes.add("no peer was ever up: nothing was tried");
        }
        wallNanos += WallClock.nanos() - began;
        return new RunResult(
                spec, verdict(verdicts), verdicts, Optional.ofNullable(failure), fingerprint.toString(),
                new SimTime(kernel.now()), kernel.events(), traffic.sent(), new MetricReport(values, points),
                snapshots.all(), List.copyOf(notes), wallNanos);
    }

    private Verdict verdict(List<ExpectationVerdict> verdicts) {
        Verdict all = failure != null ? Verdict.FAIL : wasAnyoneUp ? Verdict.PASS : Verdict.INCONCLUSIVE;
        for (ExpectationVerdict verdict : verdicts) {
            all = all.and(verdict.verdict());
        }
        return all;
    }

    Progress progress() {
        Event current = kernel.current();
        String doing = current == null ? "" : current.toString();
        String peer = cluster.latest() == null ? "" : cluster.latest().name();
        return new Progress(new SimTime(kernel.now()), kernel.events(), spec.stop().at(), doing, peer);
    }

    View view() {
        return view;
    }

    @Override
    public void send(PeerId from, PeerId to, Message message) {
        network.send(from, to, message);
    }

    @Override
    public void answer(Peer peer, Request request, Object answer) {
        clients.answer(request, answer);
    }

    @Override
    public void abandon(Peer peer, String reason) {
        network.wentDown(peer.id());
        clients.abandon(peer, reason);
    }

    @Override
    public Operation operation(Peer peer, String name) {
        return casting.operation(peer.deployment(), name);
    }

    @Override
    public Recording recording(String name, SourcePlace place) {
        open.add(recordings.open(name, place));
        return open.get(open.size() - 1);
    }

    @Override
    public void snapshot(String name) {
        snapshots.take(name);
    }

    @Override
    public void mark(String name) {
        checks.mark(name, kernel.now());
    }

    @Override
    public void note(StepSpec step, String what) {
        notes.add(StepText.of(step) + " " + what + (step.place().isKnown() ? " (" + step.place() + ")" : ""));
    }

    @Override
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public FaultInjector faults() {
        return faults;
    }

    @Override
    public Clients clients() {
        return clients;
    }

    @Override
    public Witnesses witnesses() {
        return witnesses;
    }

    @Override
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    Metrics metrics() {
        return metrics;
    }

    Network network() {
        return network;
    }

    Regions regions() {
        return regions;
    }

    Casting casting() {
        return casting;
    }

    Population population(Deployment deployment) {
        return populations.get(deployment);
    }
}
