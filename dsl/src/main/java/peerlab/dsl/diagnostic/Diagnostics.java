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

    /** So many are kept; who has more to repair begins with these. */
    public static final int MOST = 100;

    private final Set<Key> seen = new LinkedHashSet<>();
    private final List<Diagnostic> gathered = new ArrayList<>();

    /** Keeps one; what was already said of the same place is not said twice. */
    public void add(Diagnostic diagnostic) {
        if (gathered.size() < MOST && seen.add(Key.of(diagnostic))) {
            gathered.add(diagnostic);
        }
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
        return gathered.stream().anyMatch(d -> d.severity() == Severity.ERROR);
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

    private record Key(String file, int line, int column, String message) {
        static Key of(Diagnostic d) {
            return new Key(d.place().file(), d.place().line(), d.place().column(), d.message());
        }
    }
}
