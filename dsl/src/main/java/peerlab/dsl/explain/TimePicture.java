package peerlab.dsl.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.spec.ActionSpec;
import peerlab.engine.spec.ExpectationSpec;
import peerlab.engine.spec.Moment;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.spec.StepSpec;
import peerlab.engine.spec.Temporal;

/** Draws what happens when, and when what must hold, over one axis of time. */
final class TimePicture {

    static final int NARROWEST = 80;
    static final int WIDEST = 110;

    private static final int MOST_LABEL = 30;
    private static final int LEAST_STEP = 9;
    private static final long[] ROUND = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600};

    private final ScenarioSpec spec;
    private final int label;
    private final int columns;
    private final Map<String, SimTime> marks = new LinkedHashMap<>();

    TimePicture(ScenarioSpec spec, int width) {
        this.spec = spec;
        int longest = 0;
        for (StepSpec step : spec.timeline()) {
            longest = Math.max(longest, English.brief(step.action()).length());
            step.mark().ifPresent(mark -> marks.put(mark, step.ends()));
        }
        for (ExpectationSpec expectation : spec.expectations()) {
            longest = Math.max(longest, label(expectation).length());
        }
        this.label = Math.min(MOST_LABEL, Math.max(8, longest)) + 2;
        this.columns = Math.min(WIDEST, Math.max(NARROWEST, width)) - label;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        axis(lines);
        for (StepSpec step : spec.timeline()) {
            lines.add(row(English.brief(step.action()), steps(step)));
        }
        if (!spec.expectations().isEmpty()) {
            lines.add("");
        }
        for (ExpectationSpec expectation : spec.expectations()) {
            lines.add(row(label(expectation), expectation(expectation.temporal())));
        }
        lines.add("");
        lines.add("| an instant   |> one by one from here   [==] held or repeated");
        lines.add("[##] at all times   [--] at some time   ## from then on   [::] after each cause");
        return lines;
    }

    private void axis(List<String> lines) {
        double seconds = spec.stop().at().nanos() / 1e9;
        double step = step(seconds);
        StringBuilder numbers = new StringBuilder(" ".repeat(label));
        StringBuilder axis = new StringBuilder(" ".repeat(label));
        axis.append("-".repeat(columns));
        for (int i = 0; i * step <= seconds * (1 + 1e-9); i++) {
            int column = label + column(new SimTime(Math.min(spec.stop().at().nanos(),
                    Math.round(i * step * 1e9))));
            axis.setCharAt(column, '+');
            String number = SimTime.ZERO.plus(new Span(Math.round(i * step * 1e9))).toString();
            boolean fits = column + number.length() <= label + columns;
            if (fits) {
                numbers.append(" ".repeat(Math.max(0, column - numbers.length()))).append(number);
            }
        }
        lines.add(numbers.toString());
        lines.add(axis.toString());
    }

    /** The smallest round number of seconds whose numbers do not touch. */
    private double step(double seconds) {
        double least = seconds * LEAST_STEP / columns;
        double scale = 1;
        while (least / scale < 0.5) {
            scale /= 10;
        }
        for (long round : ROUND) {
            if (round * scale >= least) {
                return round * scale;
            }
        }
        double step = 3600;
        while (step < least) {
            step *= 2;
        }
        return step;
    }

    private int column(SimTime time) {
        double part = Math.min(1.0, (double) time.nanos() / spec.stop().at().nanos());
        return (int) Math.round(part * (columns - 1));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    private String row(String name, StringBuilder drawn) {
        String cut = cut(name, label - 2);
        return (cut + " ".repeat(label - cut.length()) + drawn).stripTrailing();
    }

    private StringBuilder steps(StepSpec step) {
        StringBuilder row = new StringBuilder();
        SimTime from = step.when().begins();
        boolean toTheEnd = step.action() instanceof ActionSpec.Inject && !step.hasEnd();
        if (step.hasEnd() || toTheEnd) {
            bar(row, column(from), column(toTheEnd ? spec.stop().at() : step.ends()), '=');
        } else {
            put(row, column(from), "|" + (isOneByOne(step.action()) ? ">" : ""));
        }
        step.mark().ifPresent(mark -> {
            String name = " '" + mark + "'";
            boolean fits = row.length() + name.length() <= columns;
            int before = column(from) - name.length() - 1;
            if (fits || before < 0) {
                row.append(name);
            } else {
                row.replace(before, before + name.length(), name.strip());
            }
        });
        return row;
    }

    private static boolean isOneByOne(ActionSpec action) {
        return action instanceof ActionSpec.Life life && life.every().isPresent()
                || action instanceof ActionSpec.Operate operate && operate.every().isPresent();
    }

    private static String label(ExpectationSpec expectation) {
        String claim = expectation.claim();
        String operator = claim.startsWith("leads to") || claim.startsWith("at end")
                ? claim.substring(0, claim.indexOf(' ', claim.indexOf(' ') + 1)) : claim.split(" ", 2)[0];
        return operator.replaceAll(":$", "") + " " + expectation.condition();
    }

    private StringBuilder expectation(Temporal temporal) {
        StringBuilder row = new StringBuilder();
        SimTime end = spec.stop().at();
        if (temporal instanceof Temporal.Always always) {
            bar(row, column(time(always.after(), SimTime.ZERO)), column(time(always.until(), end)), '#');
        } else if (temporal instanceof Temporal.Never never) {
            bar(row, column(time(never.after(), SimTime.ZERO)), column(time(never.until(), end)), '#');
        } else if (temporal instanceof Temporal.Eventually eventually) {
            SimTime from = time(eventually.after(), SimTime.ZERO);
            bar(row, column(from), column(from.plus(eventually.within())), '-');
        } else if (temporal instanceof Temporal.Settles settles) {
            SimTime from = time(settles.after(), SimTime.ZERO);
            int deadline = column(from.plus(settles.within()));
            bar(row, column(from), deadline, '-');
            row.append("#".repeat(Math.max(0, columns - row.length())));
        } else if (temporal instanceof Temporal.LeadsTo leads) {
            bar(row, column(time(leads.after(), SimTime.ZERO)), column(time(leads.until(), end)), ':');
        } else {
            put(row, columns - 1, "|");
        }
        return row;
    }

    private SimTime time(Optional<Moment> moment, SimTime otherwise) {
        return moment.map(m -> m instanceof Moment.Time time ? time.time()
                : marks.getOrDefault(((Moment.Mark) m).name(), otherwise)).orElse(otherwise);
    }

    /** The moment as a reader of the picture finds it. */
    String said(Moment moment) {
        if (!(moment instanceof Moment.Mark mark) || !marks.containsKey(mark.name())) {
            return moment.toString();
        }
        boolean isOfLast = spec.timeline().stream()
                .anyMatch(step -> step.mark().equals(Optional.of(mark.name())) && step.isGradual());
        return mark + " (" + (isOfLast ? "from " + marks.get(mark.name()) + " on, the last of them"
                : marks.get(mark.name())) + ")";
    }

    private static void bar(StringBuilder row, int from, int to, char inside) {
        if (to <= from) {
            put(row, from, "|");
        } else {
            put(row, from, "[" + String.valueOf(inside).repeat(Math.max(0, to - from - 1)) + "]");
        }
    }

    private static void put(StringBuilder row, int column, String text) {
        row.append(" ".repeat(Math.max(0, column - row.length()))).append(text);
    }
}
