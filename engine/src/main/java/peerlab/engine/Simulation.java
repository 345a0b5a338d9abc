package peerlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.kernel.Limits;
import peerlab.engine.observe.Observer;
import peerlab.engine.observe.View;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.protocol.Recordings;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.When;

/**
 * A run: the only entrance to the engine. {@link #run} does it all; or start it, move it on from instant to
 * instant, look at it in between, and finish it.
 *
 * <p>A simulation runs in the thread that calls it, once. Any number of them may run beside each other.
 */
public final class Simulation {

    private final ScenarioSpec spec;
    private final Protocols protocols;
    private final Hooks hooks;
    private final Recordings recordings;
    private final List<Observer> observers;
    private final Limits limits;
    private final boolean isDetailed;
    private final List<StepSpec> awaited;
    private Run run;
    private RunResult result;

    private Simulation(
            ScenarioSpec spec,
            Protocols protocols,
            Hooks hooks,
            Recordings recordings,
            List<Observer> observers,
            Limits limits,
            boolean isDetailed,
            List<StepSpec> awaited) {
        this.spec = spec;
        this.protocols = protocols;
        this.hooks = hooks;
        this.recordings = recordings;
        this.observers = observers;
        this.limits = limits;
        this.isDetailed = isDetailed;
        this.awaited = awaited;
    }

    public static Simulation of(ScenarioSpec spec, Protocols protocols) {
        return new Simulation(spec, protocols, Hooks.REFERENCE, Recordings.NONE, List.of(), Limits.DEFAULT,
                false, List.of());
    }

    /** Lets somebody else's code play some hooks. */
    public Simulation withHooks(Hooks others) {
        return new Simulation(spec, protocols, others, recordings, observers, limits, isDetailed, awaited);
    }

    /** Says where the recordings are that the scenario replays. */
    public Simulation withRecordings(Recordings others) {
        return new Simulation(spec, protocols, hooks, others, observers, limits, isDetailed, awaited);
    }

    /** Adds somebody who watches. */
    public Simulation observedBy(Observer observer) {
        List<Observer> more = new ArrayList<>(observers);
        more.add(observer);
        return new Simulation(spec, protocols, hooks, recordings, List.copyOf(more), limits, isDetailed,
                awaited);
    }

    public Simulation limitedBy(Limits others) {
        return new Simulation(spec, protocols, hooks, recordings, observers, others, isDetailed, awaited);
    }

    /** Keeps the metrics window by window and measures the last topology as well: for documents. */
    public Simulation inDetail() {
        return new Simulation(spec, protocols, hooks, recordings, observers, limits, true, awaited);
    }

    /**
     * Says which steps somebody will carry out by hand, as if they stood at the end of the timeline: peers
     * that a join among them names begin outside, and a run in which all are performed in their order is to
     * the last number the run of that timeline. Other steps can be performed as well.
     */
    public Simulation awaiting(List<StepSpec> steps) {
        return new Simulation(spec, protocols, hooks, recordings, observers, limits, isDetailed,
                List.copyOf(steps));
    }

    public Simulation awaiting(StepSpec... steps) {
        return awaiting(List.of(steps));
    }

    /** From the beginning to the verdict. */
    public RunResult run() {
        start();
        runUntil(spec.stop().at());
        return finish();
    }

    /** Sets everything up; nothing has happened yet. */
    public void start() {
        if (run != null || result != null) {
            throw new IllegalStateException("this simulation of '" + spec.id() + "' has started already");
        }
        long began = WallClock.nanos();
        try {
            run = new Run(spec, protocols, hooks, recordings, observers, limits, isDetailed, awaited);
        } catch (Exception | Error thrown) {
            result = Stillborn.result(spec, thrown, WallClock.nanos() - began)
                    .orElseThrow(() -> Simulation.<RuntimeException>asItIs(thrown));
        }
    }

    /**
     * Lets everything happen up to an instant, that instant included, but nothing after the end of the
     * scenario.
     */
    public void runUntil(SimTime time) {
        goOn(() -> started().runUntil(time));
    }

    /** Lets everything happen up to an instant, so long after the beginning of the run. */
    public void runUntil(Span sinceBeginning) {
        runUntil(SimTime.ZERO.plus(sinceBeginning));
    }

    /** Lets everything happen before an instant, so long after the beginning, and nothing of that instant. */
    public void runBefore(Span sinceBeginning) {
        goOn(() -> started().runBefore(SimTime.ZERO.plus(sinceBeginning)));
    }

    /** Goes on for a while, the instant at its end included. */
    public void runFor(Span span) {
        goOn(() -> runUntil(view().now().plus(span)));
    }

    /** Lets the next event happen; false where nothing is left to happen before the end of the scenario. */
    public boolean step() {
        return !isOver() && started().step();
    }

    /**
     * Carries out a step, as if the timeline said it: what is due before its instant happens first, then the
     * step. At the present instant it comes after what has happened and before what has not.
     *
     * @return whom it means, in the order of the scenario; nobody for operations, which draw later who asks
     * @throws IllegalArgumentException where its instant is in the past or after the end of the scenario, or
     *     it names a peer or an operation that the run does not have
     * @throws IllegalStateException where the run is over
     */
    public List<PeerId> perform(StepSpec step) {
        return started().perform(step).who();
    }

    /** Carries out an action at this instant. */
    public List<PeerId> perform(ActionSpec action) {
        return perform(atThisInstant(action));
    }

    /** Begins a fault at this instant; it lasts until it is ended. */
    public InjectedFault inject(FaultSpec fault) {
        return inject(atThisInstant(new ActionSpec.Inject(fault, Optional.empty())));
    }

    /** Carries out a step that is a fault, and gives it into the hands of the caller. */
    public InjectedFault inject(StepSpec step) {
        if (!(step.action() instanceof ActionSpec.Inject)) {
            throw new IllegalArgumentException(
                    "'" + step.action().verb() + "' is no fault that could end: perform it");
        }
        return new InjectedFault(started(), started().perform(step));
    }

    private StepSpec atThisInstant(ActionSpec action) {
        return new StepSpec(new When.At(view().now()), action, Optional.empty(), SourcePlace.NOWHERE);
    }

    /**
     * Whether nothing can be done by hand any more: the run is finished, something in it went wrong, or the
     * condition that ends it has come to hold.
     */
    public boolean isOver() {
        return run == null && result != null || started().isOver();
    }

    /** The run at this instant. */
    public View view() {
        return started().view();
    }

    /** Runs what is left and gives the verdict; the same one when asked again. */
    public RunResult finish() {
        if (result == null) {
            started().runUntil(spec.stop().at());
            result = run.finish();
        }
        return result;
    }

    /** How far it is; may be asked from another thread. */
    public Progress progress() {
        Run current = run;
        return current == null
                ? new Progress(SimTime.ZERO, 0, spec.stop().at(), "setting up", "") : current.progress();
    }

    /** What could not be set up does not go on; it has its verdict. */
    private void goOn(Runnable part) {
        if (run != null || result == null) {
            part.run();
        }
    }

    private Run started() {
        if (run == null) {
            throw new IllegalStateException(result == null
                    ? "start the simulation of '" + spec.id() + "' first"
                    : "the run of '" + spec.id() + "' never began: "
                            + result.failure().map(RunFailure::sentence).orElseThrow());
        }
        return run;
    }

    /** The same throwable, whatever its kind: dynamic languages throw checked ones undeclared. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
