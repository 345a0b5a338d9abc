package peerlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.observe.View;

/** The topologies that a run keeps: those that a scenario names, and those taken at a steady pace. */
final class Snapshots {

    /** At most so many are taken at a steady pace; a run that asks for more gets the first ones. */
    private static final int MOST_PERIODIC = 10_000;

    private final View view;
    private final long every;
    private final long end;
    private final List<RunResult.NamedTopology> taken = new ArrayList<>();
    private long next;

    Snapshots(View view, Optional<Span> every, SimTime end) {
        this.view = view;
        this.every = every.map(Span::nanos).orElse(0L);
        this.end = end.nanos();
    }

    boolean isPeriodic() {
        return every > 0;
    }

    /** Takes those that are due before an instant: as the last event before them left things. */
    void passTo(long nanos) {
        while (every > 0 && next < nanos && next <= end && taken.size() < MOST_PERIODIC) {
            SimTime due = new SimTime(next);
            taken.add(new RunResult.NamedTopology("at " + due, view.topology().at(due)));
            next += every;
        }
    }

    /** Takes what is due at the very end, and the end itself where a document asks for it. */
    void finish(long nanos, boolean withEnd) {
        passTo(nanos + 1);
        if (withEnd) {
            take("end");
        }
    }

    void take(String name) {
        taken.add(new RunResult.NamedTopology(name, view.topology()));
    }

    List<RunResult.NamedTopology> all() {
        return List.copyOf(taken);
    }
}
