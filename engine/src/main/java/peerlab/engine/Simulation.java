package peerlab.engine;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Limits;
import peerlab.engine.observe.Observer;
import peerlab.engine.observe.View;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Protocols;
import peerlab.engine.protocol.Recordings;
import peerlab.engine.spec.ScenarioSpec;

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
    private Run run;
    private RunResult result;

    private Simulation(
            ScenarioSpec spec,
            Protocols protocols,
            Hooks hooks,
            Recordings recordings,
            List<Observer> observers,
            Limits limits,
            boolean isDetailed) {
        this.spec = spec;
        this.protocols = protocols;
        this.hooks = hooks;
        this.recordings = recordings;
        this.observers = observers;
        this.limits = limits;
        this.isDetailed = isDetailed;
    }

    public static Simulation of(ScenarioSpec spec, Protocols protocols) {
        return new Simulation(spec, protocols, Hooks.REFERENCE, Recordings.NONE, List.of(), Limits.DEFAULT,
                false);
    }

    /** Lets somebody else's code play some hooks. */
    public Simulation withHooks(Hooks others) {
        return new Simulation(spec, protocols, others, recordings, observers, limits, isDetailed);
    }

    /** Says where the recordings are that the scenario replays. */
    public Simulation withRecordings(Recordings others) {
        return new Simulation(spec, protocols, hooks, others, observers, limits, isDetailed);
    }

    /** Adds somebody who watches. */
    public Simulation observedBy(Observer observer) {
        List<Observer> more = new ArrayList<>(observers);
        more.add(observer);
        return new Simulation(spec, protocols, hooks, recordings, List.copyOf(more), limits, isDetailed);
    }

    public Simulation limitedBy(Limits others) {
        return new Simulation(spec, protocols, hooks, recordings, observers, others, isDetailed);
    }

    /** Keeps the metrics window by window and measures the last topology as well: for documents. */
    public Simulation inDetail() {
        return new Simulation(spec, protocols, hooks, recordings, observers, limits, true);
    }

    /** From the beginning to the verdict. */
    public RunResult run() {
        start();
        runUntil(spec.stop().at());
        return finish();
    }

    /** Sets everything up; nothing has happened yet. */
    public void start() {
        if (run != null) {
            throw new IllegalStateException("this simulation of '" + spec.id() + "' has started already");
        }
        run = new Run(spec, protocols, hooks, recordings, observers, limits, isDetailed);
    }

    /**
     * Lets everything happen up to an instant, that instant included, but nothing after the end of the
     * scenario.
     */
    public void runUntil(SimTime time) {
        started().runUntil(time);
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

    private Run started() {
        if (run == null) {
            throw new IllegalStateException("start the simulation of '" + spec.id() + "' first");
        }
        return run;
    }
}
