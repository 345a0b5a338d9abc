package peerlab.dsl.groovy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import peerlab.dsl.grammar.Form;
import peerlab.dsl.grammar.Forms;
import peerlab.dsl.value.ValueReader;

/**
 * The words that a script's form depends on. Which words the language has at all is the grammar's concern.
 */
final class Words {

    /** Their braces hold a condition. */
    static final Set<String> TEMPORAL = Set.of("always", "never", "eventually", "settles", "leadsTo",
            "atEnd");

    /** A value follows them without {@code =}, so that {@code seed = 42} is a slip and no variable. */
    static final Set<String> STATEMENTS = Set.of(
            "scenario", "seed", "seeds", "params", "matrix", "include", "peers", "use", "cache", "network",
            "timeline",
            "record", "expect", "stop", "latency", "loss", "duplicate", "reorder", "corrupt", "bandwidth",
            "at",
            "during", "join", "leave", "crash", "restart", "partition", "put", "get", "lookup");

    /** They say who is meant without anything behind them. */
    static final Set<String> ALONE = Forms.selectors().stream().map(Form::groovy)
            .filter(form -> form.matches("[a-z]+")).collect(Collectors.toCollection(LinkedHashSet::new));

    /** With brackets or braces behind them they say who or what is meant, or how a time varies. */
    static final Set<String> CALLED = called();

    private static Set<String> called() {
        Set<String> words = new LinkedHashSet<>(ValueReader.laws().keySet());
        Stream.of(Forms.selectors(), Forms.keys()).flatMap(List::stream)
                .filter(form -> form.groovy().matches(form.word() + "[( ].*")).map(Form::word)
                .forEach(words::add);
        return words;
    }

    /** What reads the clock of the machine. */
    static final Set<String> CLOCKS = Set.of(
            "Date", "Calendar", "GregorianCalendar", "Instant", "LocalDate", "LocalTime", "LocalDateTime",
            "ZonedDateTime", "OffsetDateTime", "Clock", "Timer");

    /** What draws numbers that no seed determines. */
    static final Set<String> CHANCES = Set.of("Random", "SecureRandom", "ThreadLocalRandom",
            "SplittableRandom", "UUID");

    /** What reaches beyond the scenario. */
    static final Set<String> OUTSIDE = Set.of(
            "File", "Files", "Path", "Paths", "URL", "URI", "Socket", "ServerSocket", "Scanner",
            "FileReader",
            "FileWriter", "FileInputStream", "FileOutputStream", "Runtime", "ProcessBuilder", "Process",
            "Thread",
            "Class", "System", "GroovyShell", "Eval", "HttpClient");

    private Words() {
    }
}
