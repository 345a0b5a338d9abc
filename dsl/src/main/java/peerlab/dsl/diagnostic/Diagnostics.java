package peerlab.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostic.Severity;
import peerlab.engine.base.SourcePlace;

/** Everything that there is to say about a scenario, gathered while its files are read. */
public final class Diagnostics {

    /** So many are kept, and so many errors beside them; who has more to repair begins with these. */
    public static final int MOST = 100;

    private final Set<Key> seen = new LinkedHashSet<>();
    private final Set<Spot> settled = new LinkedHashSet<>();
    private final List<Diagnostic> gathered = new ArrayList<>();
    private int errors;

    /** Keeps one; what was already said of the same place is not said twice. */
    public void add(Diagnostic diagnostic) {
        boolean isError = diagnostic.severity() == Severity.ERROR;
        boolean isRoom = isError ? errors < MOST : gathered.size() - errors < MOST;
        if (isRoom && !settled.contains(Spot.of(diagnostic.place()))
                && seen.add(Key.of(diagnostic))) {
            gathered.add(diagnostic);
            errors += isError ? 1 : 0;
        }
    }

    /** Nothing more is said of exactly this place: its author has to write something else there anyway. */
    public void settle(SourcePlace place) {
        settled.add(Spot.of(place));
    }

    public void error(SourcePlace place, String message, String remedy) {
        add(Diagnostic.error(place, message, remedy));
    }

    public void error(SourcePlace place, String message) {
        add(Diagnostic.error(place, message));
    }

    public void warning(SourcePlace place, String message, String remedy) {
        add(new Diagnostic(Severity.WARNING, place, message, Optional.of(remedy)));
    }

    public void note(SourcePlace place, String message) {
        add(new Diagnostic(Severity.NOTE, place, message, Optional.empty()));
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /**
     * All of them by place: the files in the order in which they first had something, then line and column.
     */
    public List<Diagnostic> sorted() {
        List<String> files = gathered.stream().map(d -> d.place().file()).distinct().toList();
        return gathered.stream()
                .sorted(Comparator.comparingInt((Diagnostic d) -> files.indexOf(d.place().file()))
                        .thenComparingInt(d -> d.place().line())
                        .thenComparingInt(d -> d.place().column()))
                .toList();
    }

    /** All places are equal to each other; these are not. */
    private record Spot(String file, int line, int column, int length) {
        static Spot of(SourcePlace place) {
            return new Spot(place.file(), place.line(), place.column(), place.length());
        }
    }

    private record Key(String file, int line, int column, String message) {
        static Key of(Diagnostic d) {
            return new Key(d.place().file(), d.place().line(), d.place().column(), d.message());
        }
    }
}
