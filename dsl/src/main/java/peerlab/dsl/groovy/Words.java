package peerlab.dsl.groovy;

import java.util.Set;

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
