package peerlab.dsl.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Moment;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.StopSpec;
import peerlab.engine.spec.Temporal;
import peerlab.engine.spec.When;

/** Checks what the file alone tells about time: nothing may come after the stop that must come before it. */
final class TimeChecks {

    private final StopSpec stop;
    /**
     * The moments of marks, or the earliest that they can be where a step goes through its peers one by one.
     */
    private final Map<String, SimTime> marks = new LinkedHashMap<>();
    /** The marks of steps that go through their peers or keys one by one. */
    private final Set<String> gradual = new LinkedHashSet<>();
    private final Diagnostics diagnostics;

    TimeChecks(StopSpec stop, List<StepSpec> steps, Diagnostics diagnostics) {
        this.stop = stop;
        this.diagnostics = diagnostics;
        for (StepSpec step : steps) {
            step.mark().ifPresent(mark -> marks.put(mark, step.ends()));
            step.mark().filter(mark -> step.isGradual()).ifPresent(gradual::add);
        }
    }

    void check(List<StepSpec> steps, List<ExpectationSpec> expectations) {
        steps.forEach(this::step);
        expectations.forEach(this::expectation);
    }

    private void step(StepSpec step) {
        if (stop.at().isBefore(step.when().begins())) {
            diagnostics.error(step.place(), "a step at " + step.when().begins() + ", after the stop at "
                    + stop.at(),
                    "stop later, or leave the step out");
        } else if (step.when() instanceof When.During window && stop.at().isBefore(window.to())) {
            diagnostics.warning(step.place(), "the window ends at " + window.to() + ", after the stop at "
                    + stop.at(),
                    "the stop cuts it short");
        }
    }

    private void expectation(ExpectationSpec expectation) {
        Temporal temporal = expectation.temporal();
        if (temporal instanceof Temporal.Always always) {
            begins(always.after(), expectation.place());
            begins(always.until(), expectation.place());
            order(always.after(), always.until(), expectation.place());
        } else if (temporal instanceof Temporal.Never never) {
            begins(never.after(), expectation.place());
            begins(never.until(), expectation.place());
            order(never.after(), never.until(), expectation.place());
        } else if (temporal instanceof Temporal.Eventually eventually) {
            deadline(eventually.within(), eventually.after(), expectation.place());
        } else if (temporal instanceof Temporal.Settles settles) {
            deadline(settles.within(), settles.after(), expectation.place());
        } else if (temporal instanceof Temporal.LeadsTo leads) {
            deadline(leads.within(), leads.after(), expectation.place());
            order(leads.after(), leads.until(), expectation.place());
        }
    }

    /** In a time that ends before it begins there is nothing to look at. */
    private void order(Optional<Moment> after, Optional<Moment> until, SourcePlace place) {
        Optional<SimTime> begins = after.flatMap(this::exactly);
        Optional<SimTime> ends = until.flatMap(this::exactly);
        if (begins.isPresent() && ends.isPresent() && ends.get().isBefore(begins.get())) {
            diagnostics.warning(place, "it counts from " + begins.get() + " to " + ends.get()
                    + ", and ends before it begins: there is nothing to look at",
                    "let 'until' come after 'after'");
        }
    }

    private Optional<SimTime> exactly(Moment moment) {
        return moment instanceof Moment.Mark mark && gradual.contains(mark.name())
                ? Optional.empty() : time(moment);
    }

    private void begins(Optional<Moment> moment, SourcePlace place) {
        Optional<SimTime> time = moment.flatMap(this::time);
        if (time.isPresent() && stop.at().isBefore(time.get())) {
            diagnostics.error(place, "it counts from or to " + time.get() + ", after the stop at "
                    + stop.at(),
                    "stop later");
        }
    }

    private void deadline(Span within, Optional<Moment> after, SourcePlace place) {
        Optional<SimTime> from = after.isEmpty() ? Optional.of(SimTime.ZERO) : time(after.get());
        boolean isInRange = from.isPresent() && from.get().nanos() <= Long.MAX_VALUE - within.nanos();
        if (isInRange && stop.at().isBefore(from.get().plus(within))) {
            diagnostics.error(place, "the run stops at " + stop.at() + ", before the deadline at "
                    + from.get().plus(within),
                    "stop at " + from.get().plus(within) + " or later");
        }
    }

    private Optional<SimTime> time(Moment moment) {
        return moment instanceof Moment.Time time
                ? Optional.of(time.time())
                : Optional.ofNullable(marks.get(((Moment.Mark) moment).name()));
    }
}
