package peerlab.dsl.compile;

import java.util.List;
import java.util.Optional;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.measured.LatencyFiles;
import peerlab.dsl.measured.LatencyForm;
import peerlab.engine.base.Distribution;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.base.Span;
import peerlab.engine.spec.LatencySpec;
import peerlab.engine.spec.NetworkProfiles;

/** Compiles {@code latency}: a law, a file, or coordinates. */
final class LatencyCompiler {

    private static final List<String> OF_FILES = List.of("unit", "roundTrip");

    private final StatementReader reader;
    private final LatencyFiles files;
    private final Diagnostics diagnostics;

    LatencyCompiler(StatementReader reader, LatencyFiles files, Diagnostics diagnostics) {
        this.reader = reader;
        this.files = files;
        this.diagnostics = diagnostics;
    }

    Optional<LatencySpec> latency(Phrase phrase, Given given) {
        Optional<Distribution> law = given.find("time", Distribution.class);
        Optional<String> matrix = given.find("matrix", String.class);
        Optional<String> coordinates = given.find("coordinates", String.class);
        if (!isOne(phrase, law.isPresent(), matrix.isPresent(), coordinates.isPresent())
                || !belongs(phrase, given, law.isPresent(), matrix.isPresent())) {
            return Optional.empty();
        }
        if (matrix.isPresent()) {
            return measured(phrase, given, matrix.get());
        }
        return Optional.of(law.<LatencySpec>map(times -> new LatencySpec.Drawn(times,
                given.find("per", String.class).filter("link"::equals).isPresent()))
                .orElseGet(() -> NetworkProfiles.space(coordinates.orElseThrow())));
    }

    private boolean isOne(Phrase phrase, boolean isLaw, boolean isMatrix, boolean isSpace) {
        int said = (isLaw ? 1 : 0) + (isMatrix ? 1 : 0) + (isSpace ? 1 : 0);
        if (said == 1) {
            return true;
        }
        Spelling spelling = Spelling.of(phrase.place());
        diagnostics.error(phrase.place(), said == 0 ? "'latency' needs a time, or how it varies"
                : "'latency' is said in two ways",
                said == 0 ? "write latency" + (spelling == Spelling.YAML ? ": " : " ")
                        + spelling.span(Span.millis(20)) + ".." + spelling.span(Span.millis(80))
                        : "keep a time, 'matrix' or 'coordinates'");
        return false;
    }

    /** Each option belongs to one of the ways. */
    private boolean belongs(Phrase phrase, Given given, boolean isLaw, boolean isMatrix) {
        boolean belongs = true;
        for (String option : OF_FILES) {
            if (!isMatrix && given.values().containsKey(option)) {
                diagnostics.error(reader.placeOf(phrase, option), "'"
                        + Spelling.of(phrase.place()).word(option)
                        + "' is about a file with latencies", "leave it out, or name the file with 'matrix'");
                belongs = false;
            }
        }
        if (!isLaw && given.values().containsKey("per")) {
            diagnostics.error(reader.placeOf(phrase, "per"), "'per' says what draws a time",
                    "leave it out: places are the same for all messages");
            belongs = false;
        }
        return belongs;
    }

    private Optional<LatencySpec> measured(Phrase phrase, Given given, String name) {
        LatencyForm form = new LatencyForm(given.find("unit", String.class).orElse("ms"),
                given.find("roundTrip", Boolean.class).orElse(false));
        SourcePlace place = reader.placeOf(phrase, "matrix");
        LatencySpec[] spec = new LatencySpec[1];
        reader.attempt(() -> spec[0] = new LatencySpec.Measured(name, files.matrix(name, place, form)));
        return Optional.ofNullable(spec[0]);
    }
}
