package peerlab.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Unit;
import peerlab.engine.check.ExpectationVerdict.PartValue;
import peerlab.engine.observe.View;

/**
 * A condition at the instant that decided it, written down before the run goes on.
 *
 * @param at the instant
 * @param sentence what a reader sees first: {@code 88%: 3 of 25 gets failed}
 * @param values each part with its value, the whole before what it is made of
 * @param peer the first of the peers that made it so
 * @param faults what was active: {@code partition minority, 30 s to 40 s}
 */
record Exhibit(
        long at, String sentence, List<PartValue> values, Optional<String> peer, List<String> faults) {

    private static final int MOST_PARTS = 4;
    private static final int MOST_FAULTS = 3;

    static Exhibit of(Condition condition, View view, long nanos) {
        Part root = condition.root();
        List<PartValue> values = new ArrayList<>();
        List<Part> leaves = new ArrayList<>();
        walk(root, nanos, values, leaves);
        Part measure = Measure.of(root);
        String sentence = measure == null
                ? sentence(leaves, nanos)
                : sentence(measure, Measure.bound(root), nanos);
        return new Exhibit(nanos, sentence, List.copyOf(values), firstPeer(leaves), faults(view));
    }

    private static List<String> faults(View view) {
        List<View.FaultView> active = view.faults();
        List<String> faults = new ArrayList<>();
        for (View.FaultView fault : active.subList(0, Math.min(MOST_FAULTS, active.size()))) {
            String since = Figures.instant(fault.since().nanos());
            faults.add(fault.text() + fault.until()
                    .map(until -> ", " + since + " to " + Figures.instant(until.nanos()))
                    .orElse(", since " + since));
        }
        int more = active.size() - faults.size();
        if (more > 0) {
            faults.add(more + " more");
        }
        return faults;
    }

    private static void walk(Part part, long nanos, List<PartValue> values, List<Part> leaves) {
        if (part instanceof Given given && !given.isNamed()) {
            return;
        }
        String detail = part.detail(nanos);
        String value = part.figure() + (detail.isEmpty() ? "" : " (" + detail + ")");
        PartValue shown = new PartValue(part.expression().toString(), value);
        if (values.contains(shown)) {
            return;
        }
        values.add(shown);
        if (part.operands().isEmpty() && !part.isGiven()) {
            leaves.add(part);
        }
        part.operands().forEach(operand -> walk(operand, nanos, values, leaves));
    }

    private static String sentence(Part measure, Part bound, long nanos) {
        boolean isRate = measure instanceof Measured && measure.unit() == Unit.RATIO;
        if (!isRate || Double.isNaN(measure.value())) {
            return was(measure, Figures.apart(measure.value(), bound.value(), measure.unit()), nanos);
        }
        Measured rate = (Measured) measure;
        String figure = Figures.apart(rate.value(), bound.value(), rate.unit());
        String detail = rate.detail(nanos);
        if (detail.isEmpty()) {
            return figure;
        }
        boolean isOfOperations = rate.isSuccessRate();
        return isOfOperations
                ? figure + ": " + detail.replaceFirst(" failed$", " " + rate.plural() + " failed")
                : figure + " (" + detail + ")";
    }

    private static String sentence(List<Part> leaves, long nanos) {
        List<String> parts = new ArrayList<>();
        leaves.stream().limit(MOST_PARTS).forEach(leaf -> parts.add(was(leaf, leaf.figure(), nanos)));
        int more = leaves.size() - MOST_PARTS;
        return String.join(", ", parts) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String was(Part part, String figure, long nanos) {
        String name = part.expression().toString();
        if (part.word() == null && Double.isNaN(part.value())) {
            return name + " had no value";
        }
        String detail = part.detail(nanos);
        if (part instanceof Measured) {
            return name + " was " + figure + (detail.isEmpty() ? "" : " (" + detail + ")");
        }
        return name + " was " + figure + (detail.isEmpty() ? "" : because(part) + detail);
    }

    private static String because(Part part) {
        return part.unit() == Unit.TRUTH && part.value() == 0 ? ": not for " : ": ";
    }

    private static Optional<String> firstPeer(List<Part> leaves) {
        return leaves.stream().filter(Folded.class::isInstance)
                .map(leaf -> ((Folded) leaf).firstMeant()).filter(name -> name != null).findFirst();
    }
}
