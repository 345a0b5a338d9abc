package peerlab.dsl.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Scope;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.base.Unit;
import peerlab.engine.spec.Lives;

/**
 * A file of peers that came and went: lines of {@code time,peer,state} in the order of time, where a state is
 * {@code up} or {@code down}. The line of names may be left out.
 */
public final class RecordedLives {

    /** No recording has more lines. */
    static final int MOST_CHANGES = 5_000_000;

    /** So many wrong lines are named. */
    private static final int MOST_WRONG = 20;

    private static final List<String> COLUMNS = List.of("time", "peer", "state");
    private static final String EXAMPLE = "a line is a time, a peer, and up or down: 12.5,p3,down";

    private final Scope scope;
    private final Map<String, Boolean> states = new HashMap<>();
    private final List<Diagnostic> wrong = new ArrayList<>();
    private final List<Lives.Change> changes = new ArrayList<>();
    private CsvForm form = new CsvForm("time,peer,state");
    private long latest;

    /** @param scope knows the peers that a recording may name */
    public RecordedLives(Scope scope) {
        this.scope = scope;
    }

    /**
     * Reads it through.
     *
     * @throws Complaint with all that is wrong with it, each with its line
     */
    public Lives.Recorded read(String name, SourcePlace place) {
        try (Lines lines = Lines.open(name, place, "a recording")) {
            Optional<String> line = first(lines);
            while (line.isPresent() && wrong.size() < MOST_WRONG) {
                take(line.get(), lines);
                line = lines.nextWritten();
            }
            if (changes.isEmpty() && wrong.isEmpty()) {
                throw lines.complaint("nobody comes or goes in it", EXAMPLE);
            }
        }
        if (!wrong.isEmpty()) {
            throw new Complaint(wrong);
        }
        return new Lives.Recorded("trace " + name, changes);
    }

    /** The first line that is no line of names. */
    private Optional<String> first(Lines lines) {
        Optional<String> line = lines.nextWritten();
        boolean isOfNames = line.isPresent() && !Character.isDigit(line.get().strip().charAt(0));
        if (!isOfNames) {
            return line;
        }
        form = new CsvForm(line.get());
        form.columns().forEach(column -> lines.requireColumn(column, COLUMNS));
        for (String needed : COLUMNS) {
            if (!form.columns().contains(needed)) {
                throw lines.complaint("there is no column '" + needed + "'",
                        "the columns are time,peer,state");
            }
        }
        return lines.nextWritten();
    }

    private void take(String text, Lines lines) {
        try {
            changes.add(change(text, lines));
        } catch (Complaint complaint) {
            wrong.addAll(complaint.diagnostics());
        }
    }

    private Lives.Change change(String text, Lines lines) {
        if (changes.size() == MOST_CHANGES) {
            throw lines.complaint("a recording of more than " + MOST_CHANGES + " lines", "shorten it");
        }
        Map<String, String> values;
        try {
            values = form.values(text);
        } catch (IllegalArgumentException odd) {
            throw lines.complaint(odd.getMessage(), EXAMPLE);
        }
        for (String needed : COLUMNS) {
            if (!values.containsKey(needed)) {
                throw lines.complaint("a line without its " + needed, EXAMPLE);
            }
        }
        Span time = new Span(lines.amount("time", values.get("time"), Unit.SECONDS, 9));
        if (time.nanos() < latest) {
            throw lines.complaint("the change at " + time + " stands behind one at " + new Span(latest),
                    "sort the file by time");
        }
        latest = time.nanos();
        String peer = values.get("peer");
        if (!states.containsKey(peer)) {
            scope.requirePeer(peer, lines.place());
        }
        return new Lives.Change(time, peer, isUp(peer, values.get("state"), lines));
    }

    private boolean isUp(String peer, String state, Lines lines) {
        String word = state.toLowerCase(Locale.ROOT);
        boolean isUp = word.equals("up");
        if (!isUp && !word.equals("down")) {
            throw lines.complaint("a peer is up or down, found '" + state + "'", EXAMPLE);
        }
        Boolean before = states.put(peer, isUp);
        if (before != null && before == isUp) {
            throw lines.complaint("'" + peer + "' comes to be " + word + " twice in a row",
                    "keep one of the lines");
        }
        return isUp;
    }
}
