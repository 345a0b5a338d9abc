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
import peerlab.engine.protocol.Theory;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.trace.Fingerprint;
import peerlab.engine.workload.Clients;

/** One run, from its parts to its result. */
final class Run implements StepRunner.Stage, Outbox {

    private final ScenarioSpec spec;
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
    private final Optional<MetricSeries> series;
    private final Snapshots snapshots;
    private final Guard guard;
    private final Course course;
    private final Steps steps;
    private final Acquaintance acquaintance;
    private final List<String> notes = new ArrayList<>();
    private final Map<Deployment, Population> populations = new HashMap<>();
    private final Recordings recordings;
    private final List<Recording> open = new ArrayList<>();
    private boolean isFinished;
    private long wallNanos;

    /** @param awaited the steps that somebody will carry out by hand */
    Run(ScenarioSpec spec, Protocols protocols, Hooks hooks, Recordings recordings,
            List<Observer> observers, Limits limits, boolean isDetailed, List<StepSpec> awaited) {
        long began = WallClock.nanos();
        this.spec = spec;
        this.recordings = recordings;
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
        this.series = isDetailed
                ? Optional.of(new MetricSeries(catalog, metrics, spec.stop().at().nanos()))
                : Optional.empty();
        this.guard = new Guard(spec.id(), kernel, cluster, witnesses);
        this.course = new Course(kernel, cluster, metrics, checks, snapshots, series);
        this.steps = new Steps(this, random.stream("selection"), spec.stop().at().nanos());
        this.acquaintance = new Acquaintance(spec, cluster.ids(), selector, casting);
        guard.attempt(() -> setUp(awaited));
        wallNanos += WallClock.nanos() - began;
    }

    private void setUp(List<StepSpec> awaited) {
        List<StepSpec> all = new ArrayList<>(spec.timeline());
        all.addAll(awaited);
        Set<Integer> outside = casting.outsiders(all, regions);
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
        Beginning beginning = new Beginning(cluster, up);
        kernel.scheduleAt(beginning, 0);
        steps.schedule(spec.timeline(), awaited, beginning.sequence());
    }

    /** Lets happen what is due up to an instant, and not after the end of the scenario. */
    void runUntil(SimTime time) {
        timed(() -> course.passThrough(within(time)));
    }

    /** Lets happen what is due before an instant. */
    void runBefore(SimTime time) {
        timed(() -> course.reach(within(time)));
    }

    private long within(SimTime time) {
        return Math.max(kernel.now(), Math.min(time.nanos(), spec.stop().at().nanos()));
    }

    /** Lets the next event happen; false where none is left before the end. */
    boolean step() {
        boolean[] hasHappened = {false};
        timed(() -> hasHappened[0] = course.step(spec.stop().at().nanos()));
        return hasHappened[0];
    }

    private void timed(Runnable part) {
        long began = WallClock.nanos();
        guard.whileSound(part);
        wallNanos += WallClock.nanos() - began;
    }

    /** Carries out a step by hand at its instant, which is not over yet. */
    StepRunner perform(StepSpec step) {
        requireGoingOn();
        SimTime begins = step.when().begins();
        if (begins.isBefore(view.now()) || spec.stop().at().isBefore(begins)) {
            throw new IllegalArgumentException("it is " + view.now() + " in the run of '" + spec.id()
                    + "', which ends at " + spec.stop().at() + ": nothing can be done at " + begins);
        }
        acquaintance.require(step.action());
        runBefore(begins);
        requireGoingOn();
        Steps.Turn turn = steps.turn(step);
        timed(() -> course.bringAbout(turn.runner().beginning(), turn.number(), turn.after()));
        return turn.runner();
    }

    /** Ends a fault by hand that such a step has begun. */
    void end(StepRunner step) {
        requireGoingOn();
        timed(() -> course.bringAbout(step.ending(), kernel.nextNumber(), 0));
    }

    /** Whether nothing can be done any more: the run is finished, has failed, or came to its condition. */
    boolean isOver() {
        return isFinished || guard.failure().isPresent() || course.isStopped();
    }

    private void requireGoingOn() {
        if (isOver()) {
            String why = isFinished ? "it is finished" : guard.failure().map(RunFailure::sentence)
                    .orElse("what it was to stop at has come about");
            throw new IllegalStateException(
                    "the run of '" + spec.id() + "' is over since " + view.now() + ": " + why);
        }
    }

    RunResult finish() {
        long began = WallClock.nanos();
        List<ExpectationVerdict> verdicts = new ArrayList<>();
        List<MetricReport.Point> points = new ArrayList<>();
        Map<String, MetricReport.Value> values = new LinkedHashMap<>();
        List<Theory> theory = new ArrayList<>();
        guard.attempt(() -> verdicts.addAll(checks.finish(kernel.now())));
        guard.attempt(() -> series.ifPresent(windows -> points.addAll(windows.finish(kernel.now()))));
        guard.attempt(() -> values.putAll(metrics.values(series.isPresent())));
        if (values.isEmpty()) {
            guard.attempt(() -> values.putAll(metrics.values(false)));
        }
        guard.attempt(() -> snapshots.finish(kernel.now(), series.isPresent()));
        if (series.isPresent()) {
            guard.attempt(() -> theory.addAll(new Foreseen(spec).of(casting.deployments())));
        }
        guard.attempt(witnesses::finish);
        open.forEach(Recording::close);
        if (guard.failure().isPresent()) {
            SimTime broken = new SimTime(kernel.now());
            verdicts.replaceAll(verdict -> verdict.brokenOff(broken));
        }
        if (!course.wasAnyoneUp() && guard.failure().isEmpty()) {
            notes.add("no peer was ever up: nothing was tried");
        }
        isFinished = true;
        wallNanos += WallClock.nanos() - began;
        return new RunResult(
                spec, verdict(verdicts), verdicts, guard.failure(), fingerprint.toString(),
                new SimTime(kernel.now()), kernel.events(), traffic.sent(),
                new MetricReport(values, points, theory),
                snapshots.all(), List.copyOf(notes), wallNanos);
    }

    private Verdict verdict(List<ExpectationVerdict> verdicts) {
        Verdict all = guard.failure().isPresent() ? Verdict.FAIL
                : course.wasAnyoneUp() ? Verdict.PASS : Verdict.INCONCLUSIVE;
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
    public Operation writing(Peer peer) {
        return casting.writing(peer.deployment());
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
