package peerlab.engine;

import java.util.List;

import peerlab.engine.base.PeerId;

/** A fault that somebody began by hand, and can end by hand before its time. */
public final class InjectedFault {

    private final Run run;
    private final StepRunner step;

    InjectedFault(Run run, StepRunner step) {
        this.run = run;
        this.step = step;
    }

    /** Whom it concerns, in the order of the scenario. */
    public List<PeerId> who() {
        return step.who();
    }

    /** Whether it has ended: by hand, because its time had come, or by a step that heals. */
    public boolean isOver() {
        return !step.isHolding();
    }

    /**
     * Ends it at this instant; where it has ended already there is nothing to do.
     *
     * @throws IllegalStateException where the run is over
     */
    public void end() {
        if (!isOver()) {
            run.end(step);
        }
    }
}
