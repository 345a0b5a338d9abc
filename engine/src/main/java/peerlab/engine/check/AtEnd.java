package peerlab.engine.check;

import java.util.List;
import java.util.Optional;

import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;

/**
 * A condition holds in the last state; what was before does not matter, so nothing is looked at until then.
 */
final class AtEnd extends Property {

    AtEnd(ExpectationSpec expectation, View view) {
        super(expectation, new Window(Optional.empty(), Optional.empty()), view);
    }

    @Override
    void observe(long nanos, int touched, boolean isFirst) {
        throw new IllegalStateException(
                "the last state is looked at when it is the last, not at " + nanos + " ns");
    }

    @Override
    void restart() {
        throw new IllegalStateException("the end of a run is no mark that comes again");
    }

    @Override
    boolean isDecided() {
        return true;
    }

    @Override
    ExpectationVerdict judge(long end, Findings findings) {
        Truth truth = condition().at(end, Part.ALL);
        if (truth == Truth.UNKNOWN) {
            return findings.vacuous(condition(), 0, end);
        }
        Exhibit last = exhibit(end);
        return truth == Truth.TRUE ? findings.pass(end, last.values()) : findings.fail(last, "", List.of());
    }
}
