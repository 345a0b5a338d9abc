package peerlab.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.fault.FaultInjector;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;
import peerlab.engine.peer.Selector;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Recording;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.When;
import peerlab.engine.trace.Fingerprint;
import peerlab.engine.workload.Clients;
import peerlab.engine.workload.ReplayedWorkload;
import peerlab.engine.workload.Workload;

/** Carries out one line of the timeline: when it begins, each time it repeats, and when it ends. */
final class StepRunner implements FaultInjector.Owner {

    private final StepSpec step;
    private final Stage stage;
    private final RandomSource random;
    private final long end;
    private List<PeerId> who = List.of();
    private Optional<FaultInjector.Active> fault = Optional.empty();

    /** @param end when the run ends at the latest, in nanoseconds */
    StepRunner(StepSpec step, Stage stage, RandomSource random, long end) {
        this.step = step;
        this.stage = stage;
        this.random = random;
        this.end = end;
    }

    /** The step's first event, due when the step begins. */
    Event beginning() {
        return new Moment(step, this::begin);
    }

    /** The early end of the fault that this step began. */
    Event ending() {
        return new Moment(step, () -> fault.ifPresent(begun -> stage.faults().end(begun.id())));
    }

    /** Whom the step has meant. */
    List<PeerId> who() {
        return who;
    }

    /** Whether the step has begun a fault that goes on. */
    boolean isHolding() {
        return fault.isPresent();
    }

    private void begin() {
        ActionSpec action = step.action();
        if (action instanceof ActionSpec.Life life) {
            new LifeSteps(this, stage, random).begin(life);
        } else if (action instanceof ActionSpec.Inject inject) {
            inject(inject);
        } else if (action instanceof ActionSpec.Operate operate) {
            operate(operate);
        } else if (action instanceof ActionSpec.Replay replay) {
            replay(replay);
        } else if (action instanceof ActionSpec.Snapshot snapshot) {
            stage.snapshot(snapshot.name());
            report(List.of());
            mark(List.of());
        } else if (action instanceof ActionSpec.Heal heal) {
            List<Long> ended = stage.faults().activeUnder(heal.mark());
            report(List.of());
            ended.forEach(stage.faults()::end);
            if (ended.isEmpty()) {
                stage.note(step, "found no fault to end");
            }
            mark(List.of());
        }
    }

    // Faults.

    private void inject(ActionSpec.Inject inject) {
        long id = stage.kernel().handling();
        long until = step.hasEnd() ? step.ends().nanos() : Long.MAX_VALUE;
        stage.faults().begin(id, inject.fault(), new FaultInjector.Occasion(step.mark(), until, random),
                this);
        if (until <= end) {
            at(until, () -> stage.faults().end(id));
        }
    }

    /** The fault of this step begins. */
    @Override
    public void begun(FaultInjector.Active begun) {
        fault = Optional.of(begun);
        report(begun.who());
        remember(begun.who());
        tell(begun, false);
        begun.remark().ifPresent(remark -> stage.note(step, remark));
        if (!step.hasEnd()) {
            mark(begun.who());
        }
    }

    /** The fault of this step comes or goes while it lasts. */
    @Override
    public void flapped(FaultInjector.Active flapping) {
        tell(flapping, !flapping.isInForce());
    }

    /** The fault of this step is over: its time has come, or it was healed before. */
    @Override
    public void ended(FaultInjector.Active over) {
        fault = Optional.empty();
        if (over.isInForce()) {
            tell(over, true);
        }
        if (step.hasEnd()) {
            step.mark().ifPresent(stage::mark);
        }
    }

    private void tell(FaultInjector.Active changed, boolean isOver) {
        stage.fingerprint().fact(RunEvent.Kind.FAULT.ordinal(), stage.kernel().now());
        stage.fingerprint().truth("isOver", isOver);
        changed.who().forEach(peer -> stage.fingerprint().peer("who", peer));
        if (stage.witnesses().want(RunEvent.Kind.FAULT)) {
            stage.witnesses().tell(new RunEvent.FaultChanged(
                    now(), changed.id(), changed.spec().verb(), changed.spec().words(), isOver,
                    changed.who()));
        }
        stage.cluster().touched(Cluster.ALL);
    }

    // Clients.

    private void operate(ActionSpec.Operate operate) {
        Workload workload = new Workload(
                operate, stage.cluster(), stage.selector(), stage.clients(), random,
                new Offered(stage, operate.operation()));
        report(List.of());
        Optional<LongSupplier> pause = pause(operate);
        if (step.when() instanceof When.During during && operate.habits().think().isPresent()) {
            new ClosedLoops(workload, operate.habits().think().get(), random.stream("think"), stage.kernel(),
                    during.to().nanos(), this::at).begin();
            at(during.to().nanos(), () -> finished(workload));
        } else if (step.when() instanceof When.During during && pause.isPresent()) {
            repeat(pause.get(), during.to().nanos(), () -> {
                workload.all();
                return true;
            });
            at(during.to().nanos(), () -> finished(workload));
        } else if (pause.isPresent()) {
            repeat(pause.get(), Long.MAX_VALUE, () -> {
                boolean isMore = workload.next();
                if (!isMore) {
                    finished(workload);
                }
                return isMore;
            });
        } else {
            workload.all();
            finished(workload);
        }
    }

    /** The time to the next question; empty where all are asked at once. */
    private Optional<LongSupplier> pause(ActionSpec.Operate operate) {
        if (operate.habits().gaps().isPresent()) {
            Distribution law = operate.habits().gaps().get();
            RandomSource draws = random.stream("gaps");
            return Optional.of(() -> Math.max(1, law.sampleNanos(draws)));
        }
        return operate.every().map(every -> every::nanos);
    }

    private void finished(Workload workload) {
        finished(workload.hasAsked());
    }

    private void finished(boolean hasAsked) {
        mark(List.of());
        if (!hasAsked) {
            stage.note(step, "asked nobody");
        }
    }

    private void replay(ActionSpec.Replay replay) {
        ReplayedWorkload workload = new ReplayedWorkload(
                stage.recording(replay.file(), step.place()), replay, stage.cluster(),
                stage.selector(), stage.clients(), random, stage::operation);
        report(List.of());
        long until = step.when() instanceof When.During during ? during.to().nanos() : Long.MAX_VALUE;
        proceed(workload, stage.kernel().now(), until);
    }

    /** Asks all that is due at this instant, and comes back for what is due next. */
    private void proceed(ReplayedWorkload workload, long began, long until) {
        long now = stage.kernel().now();
        while (due(workload, began) == now && now < until) {
            workload.ask();
        }
        long due = due(workload, began);
        if (due < until) {
            at(due, () -> proceed(workload, began, until));
        } else if (step.when() instanceof When.During) {
            at(until, () -> finished(workload.hasAsked()));
        } else {
            finished(workload.hasAsked());
        }
    }

    /** The instant of the next operation; the end of all time where there is none. */
    private static long due(ReplayedWorkload workload, long began) {
        return workload.due().filter(span -> span < Long.MAX_VALUE - began).map(span -> began + span)
                .orElse(Long.MAX_VALUE);
    }

    // Time.

    /**
     * Does something at once and again after each pause, before {@code until} and as long as it says that
     * there is more.
     */
    void repeat(LongSupplier pause, long until, BooleanSupplier action) {
        if (action.getAsBoolean()) {
            long next = stage.kernel().now() + pause.getAsLong();
            if (next < until) {
                at(next, () -> repeat(pause, until, action));
            }
        }
    }

    private void at(long nanos, Runnable action) {
        stage.kernel().scheduleAt(new Moment(step, action), nanos);
    }

    private SimTime now() {
        return new SimTime(stage.kernel().now());
    }

    void mark(List<PeerId> who) {
        remember(who);
        step.mark().ifPresent(stage::mark);
    }

    void remember(List<PeerId> who) {
        step.mark().ifPresent(name -> stage.selector().remember(name, who));
    }

    void report(List<PeerId> meant) {
        who = List.copyOf(meant);
        stage.fingerprint().fact(RunEvent.Kind.TIMELINE.ordinal(), stage.kernel().now());
        who.forEach(peer -> stage.fingerprint().peer("who", peer));
        if (stage.witnesses().want(RunEvent.Kind.TIMELINE)) {
            stage.witnesses().tell(new RunEvent.TimelineStep(
                    now(), stage.kernel().handling(), step.action().verb(), StepText.of(step), who,
                    step.mark()));
        }
        if (who.isEmpty() && !(step.action() instanceof ActionSpec.Operate)
                && StepText.choosesPeers(step.action())) {
            stage.note(step, "met nobody");
        }
    }

    /** The part of the run that a step acts on. */
    interface Stage {
        Kernel kernel();

        Cluster cluster();

        Selector selector();

        FaultInjector faults();

        Clients clients();

        Witnesses witnesses();

        Fingerprint fingerprint();

        Operation operation(Peer peer, String name);

        Operation writing(Peer peer);

        Recording recording(String name, SourcePlace place);

        void snapshot(String name);

        void mark(String name);

        void note(StepSpec step, String what);
    }

    /** The timeline's next move. */
    private static final class Moment extends Event {

        private final StepSpec step;
        private final Runnable action;

        Moment(StepSpec step, Runnable action) {
            this.step = step;
            this.action = action;
        }

        @Override
        protected void happen() {
            action.run();
        }

        @Override
        public String toString() {
            return "carrying out " + StepText.of(step);
        }
    }
}
