package peerlab.dsl.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.grammar.Given;
import peerlab.dsl.grammar.Phrase;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Scope;
import peerlab.engine.base.Distribution;

/** Judges what several options of a fault say together, and adds what only all of them tell. */
final class FaultCompiler {

    private final StatementReader reader;
    private final Scope scope;

    FaultCompiler(StatementReader reader, Scope scope) {
        this.reader = reader;
        this.scope = scope;
    }

    /** The values of the statement; empty where something is wrong with it, which has been said then. */
    Optional<Given> complete(Phrase phrase, Given given) {
        Map<String, Object> values = new LinkedHashMap<>(given.values());
        boolean isRight = reader.attempt(() -> {
            switch (phrase.word()) {
                case "churn" -> values.put("lives",
                        new ChurnCompiler(phrase, given, reader, scope).lives());
                case "skew" -> requireSkew(phrase, given);
                case "partition" -> requireTime(phrase, given, "flapping");
                default -> { }
            }
        });
        return isRight ? Optional.of(new Given(values)) : Optional.empty();
    }

    private static void requireSkew(Phrase phrase, Given given) {
        if (!given.values().containsKey("by") && !given.values().containsKey("drift")) {
            boolean isGroovy = Spelling.of(phrase.place()) == Spelling.GROOVY;
            throw new Complaint(phrase.place(), "'skew' needs to know how wrong a clock is",
                    isGroovy ? "write by: 300.ms, or drift: 50.ppm" : "write by: 300ms, or drift: 50ppm");
        }
    }

    /** A fault that comes and goes in no time would do so without end. */
    private void requireTime(Phrase phrase, Given given, String option) {
        Optional<Distribution> law = given.find(option, Distribution.class);
        if (law.isPresent() && !(law.get().meanNanos() > 0)) {
            throw new Complaint(reader.placeOf(phrase, option),
                    "'" + option + "' is a time longer than nothing", null);
        }
    }
}
