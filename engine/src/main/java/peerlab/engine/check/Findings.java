package peerlab.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import peerlab.engine.base.SimTime;
import peerlab.engine.check.ExpectationVerdict.Evidence;
import peerlab.engine.check.ExpectationVerdict.PartValue;
import peerlab.engine.observe.View;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Moment;

/** Words the verdict on an expectation: the numbers, the cause, and where looking closer pays. */
final class Findings {

    private static final String NO_PEER = "no peer that was up had a value for ";

    private final ExpectationSpec expectation;
    private final Window window;
    private final View view;

    Findings(ExpectationSpec expectation, Window window, View view) {
        this.expectation = expectation;
        this.window = window;
        this.view = view;
    }

    ExpectationVerdict pass(long at, List<PartValue> values) {
        return verdict(Verdict.PASS, Optional.of(new SimTime(at)), values, List.of(), Optional.empty());
    }

    /**
     * A failure: the numbers at the deciding instant, what else is to be said of it, and the first failed
     * request.
     */
    ExpectationVerdict fail(Exhibit exhibit, String remark, List<String> further) {
        List<String> cause = new ArrayList<>();
        cause.add("at " + Figures.instant(exhibit.at()) + " " + exhibit.sentence() + remark);
        if (!exhibit.faults().isEmpty()) {
            cause.add("meanwhile " + String.join("; ", exhibit.faults()));
        }
        cause.addAll(further);
        FirstFailures failures =
                FirstFailures.of(expectation.condition(), view, window.from(), exhibit.at());
        cause.addAll(failures.lines());
        Evidence decided = new Evidence(new SimTime(exhibit.at()), exhibit.peer());
        Optional<SimTime> at = Optional.of(new SimTime(exhibit.at()));
        Optional<Evidence> lookAt = Optional.of(failures.evidence().orElse(decided));
        return verdict(Verdict.FAIL, at, exhibit.values(), cause, lookAt);
    }

    ExpectationVerdict inconclusive(long at, String... cause) {
        Optional<SimTime> time = Optional.of(new SimTime(at));
        return verdict(Verdict.INCONCLUSIVE, time, List.of(), List.of(cause), Optional.empty());
    }

    ExpectationVerdict inconclusive(Exhibit exhibit, String... cause) {
        Optional<SimTime> at = Optional.of(new SimTime(exhibit.at()));
        return verdict(Verdict.INCONCLUSIVE, at, exhibit.values(), List.of(cause), Optional.empty());
    }

    /** A moment never came. */
    ExpectationVerdict unreached(Moment mark) {
        return verdict(Verdict.INCONCLUSIVE, Optional.empty(), List.of(),
                List.of("the mark " + mark + " was never reached"), Optional.empty());
    }

    /** A condition was unknown throughout. */
    ExpectationVerdict vacuous(Condition condition, long from, long to) {
        String span = " from " + Figures.instant(from) + " to " + Figures.instant(to);
        String nothing = "there was nothing to look at" + span;
        Optional<String> missing = window.to() <= from ? Optional.empty() : missing(condition.root(), span);
        List<String> cause = new ArrayList<>(List.of(missing.orElse(nothing)));
        missing.filter(sentence -> sentence.startsWith(NO_PEER)).ifPresent(sentence -> cause.add(shown()));
        return verdict(Verdict.INCONCLUSIVE, Optional.empty(), List.of(), cause, Optional.empty());
    }

    /** What a condition over peers could look at. */
    private String shown() {
        Set<String> names = new TreeSet<>(PeerSlot.OF_ALL);
        view.peers().stream().map(view::peer).filter(View.PeerView::isUp)
                .forEach(peer -> names.addAll(peer.values().keySet()));
        return "peers show " + String.join(", ", names);
    }

    private static Optional<String> missing(Part part, String span) {
        if (part instanceof Folded folded && folded.isMissing()) {
            return Optional.of(NO_PEER + part.expression() + span);
        }
        if (part instanceof Measured measured && Double.isNaN(part.value())) {
            String name = part.expression().toString();
            boolean isOfOperations = measured.isSuccessRate() || name.contains(".latency");
            return Optional.of(name + " never had a value" + span
                    + (isOfOperations ? ": no " + measured.plural() + " were answered" : ""));
        }
        for (Part operand : part.operands()) {
            Optional<String> below = missing(operand, span);
            if (below.isPresent()) {
                return below;
            }
        }
        boolean isUnknown = part.word() == null && Double.isNaN(part.value());
        return isUnknown ? Optional.of(part.expression() + " never had a value" + span) : Optional.empty();
    }

    private ExpectationVerdict verdict(Verdict verdict, Optional<SimTime> at, List<PartValue> values,
            List<String> cause, Optional<Evidence> lookAt) {
        String claim = expectation.claim(window::say);
        return new ExpectationVerdict(expectation, verdict, at, claim, values, List.copyOf(cause), lookAt);
    }
}
