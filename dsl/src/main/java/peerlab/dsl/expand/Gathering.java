package peerlab.dsl.expand;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.grammar.Environment;
import peerlab.dsl.grammar.FrontEnd;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Slot;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.value.Complaint;
import peerlab.engine.base.SourcePlace;

/**
 * Reads a scenario with all that it includes, and gathers its statements in the order in which they count.
 */
public final class Gathering implements Environment {

    /** No scenario is spread over more files. */
    private static final int MOST_FILES = 100;

    /** Picks the front end for a file by its ending. */
    public interface FrontEnds {

        /** The front end, or nothing for a file that is no scenario by its name. */
        Optional<FrontEnd> forSource(Source source);
    }

    private final FrontEnds frontEnds;
    private final Params params;
    private final Diagnostics diagnostics;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final List<Phrase> statements = new ArrayList<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private final Set<Path> read = new LinkedHashSet<>();
    private boolean isWhole = true;
    private boolean isCircular;

    public Gathering(FrontEnds frontEnds, Params params, Diagnostics diagnostics) {
        this.frontEnds = frontEnds;
        this.params = params;
        this.diagnostics = diagnostics;
    }

    /** Reads the file that the user named; true where it could be read. */
    public boolean read(Path file) {
        boolean isRead = read(file, new SourcePlace(file.toString(), 0, 0, 0));
        params.settle(file.toString());
        return isRead;
    }

    private boolean read(Path file, SourcePlace named) {
        Path identity = file.toAbsolutePath().normalize();
        Optional<Source> source = new SourceReader(diagnostics).read(file, named);
        if (source.isEmpty()) {
            return false;
        }
        Optional<FrontEnd> frontEnd = frontEnds.forSource(source.get());
        if (frontEnd.isEmpty()) {
            diagnostics.error(named, "'" + file + "' is no scenario by its name",
                    "scenarios end in .yaml, .yml or .groovy");
            return false;
        }
        sources.put(source.get().file(), source.get());
        read.add(identity);
        open.addLast(file);
        frontEnd.get().read(source.get(), this, diagnostics);
        open.removeLast();
        return true;
    }

    @Override
    public void state(Phrase phrase) {
        if (phrase.word().equals("params")) {
            params.declare(phrase);
        } else if (phrase.word().equals("matrix")) {
            params.vary(phrase);
        } else if (phrase.word().equals("include")) {
            include(phrase);
        } else {
            statements.add(phrase);
        }
    }

    @Override
    public Optional<Object> param(String name) {
        try {
            return params.value(name);
        } catch (Complaint broken) {
            return Optional.empty();
        }
    }

    @Override
    public void lose() {
        isWhole = false;
    }

    private void include(Phrase phrase) {
        Spelling spelling = Spelling.of(phrase.place());
        if (phrase.arguments().isEmpty() || !phrase.options().isEmpty() || phrase.body().isPresent()) {
            diagnostics.error(phrase.place(), "'include' needs the name of a file",
                    spelling == Spelling.GROOVY ? "write include 'networks/wan.yaml'"
                            : "write include: networks/wan.yaml");
            return;
        }
        Slot file = Slot.required("include", ValueKind.NAME, "a file");
        phrase.arguments().forEach(argument -> {
            try {
                include((String) params.reader().read(file, argument), argument.place());
            } catch (Complaint complaint) {
                complaint.diagnostics().forEach(diagnostics::add);
            }
        });
    }

    private void include(String name, SourcePlace place) {
        Path file;
        try {
            file = open.getLast().resolveSibling(name).normalize();
        } catch (InvalidPathException impossible) {
            diagnostics.error(place, "'" + name.replace('\0', '?') + "' cannot name a file");
            return;
        }
        Path identity = file.toAbsolutePath().normalize();
        boolean isCircle = open.stream().anyMatch(other -> other.toAbsolutePath().normalize()
                .equals(identity));
        if (isCircle) {
            String circle = Stream.concat(open.stream(), Stream.of(file)).map(Path::toString)
                    .collect(Collectors.joining(" -> "));
            diagnostics.error(place, "files include each other: " + circle, "leave one of the includes out");
            isWhole = false;
            isCircular = true;
        } else if (read.size() >= MOST_FILES) {
            diagnostics.error(place, "more than " + MOST_FILES + " files in one scenario",
                    "join some of them");
        } else if (!read.contains(identity)) {
            isWhole &= read(file, place);
        }
    }

    /** False where statements may be missing because a file was, or because they could not be read. */
    public boolean isWhole() {
        return isWhole;
    }

    /** True where files include each other: what they say has no order. */
    public boolean isCircular() {
        return isCircular;
    }

    /**
     * The statements of all files but {@code params}, {@code matrix} and {@code include}, in the order in
     * which they were reached.
     */
    public List<Phrase> statements() {
        return statements;
    }

    /** The files that were read, by the names that places give them. */
    public Map<String, Source> sources() {
        return sources;
    }
}
