package peerlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.kernel.Limits;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How the scenarios of one command are to be run.
 *
 * @param with whose classes are brought along
 * @param out where the run directory goes, if one is wanted
 * @param record what to keep besides what the file says
 * @param limits what ends a run that does too much
 * @param jobs how many runs of one scenario go on beside each other
 * @param compare the metrics to tell of several runs
 * @param patience how long a single event, or a script, may take by the machine's clock
 */
record RunSettings(
        OptionalLong seed, Map<String, String> set, List<String> with, Optional<Path> out, Set<String> record,
        Limits limits, Duration patience, int jobs, List<String> compare,
        boolean isQuiet, boolean isJson, boolean isColoured) {

    static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    private static final String OUT = "--out";
    private static final String RECORD = "--record";
    private static final String LIMIT = "--limit";
    private static final String JOBS = "--jobs";
    private static final int MOST_JOBS = 1_000;
    private static final String COMPARE = "--compare";
    private static final String QUIET = "--quiet";
    private static final List<String> RECORDABLE = List.of("trace", "messages", "snapshots");
    private static final List<String> LIMITABLE = List.of("events", "eventsAtOnce", "time", "queue", "bytes");

    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(Options.seed()).addOption(Options.set())
                .addOption(Options.with())
                .addOption(Options.value(OUT, "DIR",
                        "leave a run directory; of several runs, a sub-directory each"))
                .addOption(Options.value(RECORD, "WHAT", "keep trace, messages, snapshots; needs --out"))
                .addOption(Options.repeated(LIMIT, "NAME=N",
                        "end a run at a limit: events, eventsAtOnce, time, queue, bytes"))
                .addOption(Options.patience())
                .addOption(Options.value(JOBS, "N",
                        "so many runs of one scenario beside each other (one a processor)"))
                .addOption(Options.value(COMPARE, "METRIC,...",
                        "of several runs, what these metrics came to: gets.latency.p95,cache.hitRatio"))
                .addOption(Options.flag(QUIET, "say nothing of what passes"))
                .addOption(Options.json());
    }

    static RunSettings of(ParseResult words, Terminal terminal) {
        Optional<Path> out = Optional.ofNullable(words.<String>matchedOptionValue(OUT, null))
                .map(w -> writable(w, terminal));
        Set<String> record = record(words);
        if (!record.isEmpty() && out.isEmpty()) {
            throw new WrongUse("--record needs a place to keep it", "add --out DIR");
        }
        return new RunSettings(Options.seed(words), Options.set(words), Options.with(words), out, record,
                limits(words),
                Options.patience(words, USUAL_PATIENCE), jobs(words), compare(words),
                Options.isSet(words, QUIET),
                Options.isSet(words, Options.JSON),
                Options.isColoured(words, terminal));
    }

    private static Path writable(String written, Terminal terminal) {
        Path out = terminal.path(written);
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new WrongUse("--out '" + written + "' is a file",
                    "name a folder; it is made where there is none");
        }
        Path nearest = out.toAbsolutePath().normalize();
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest == null || !Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            throw new WrongUse("--out '" + written + "' cannot be written"
                    + (nearest == null ? "" : ": " + nearest
                    + (Files.isDirectory(nearest) ? " may not be changed" : " is a file")),
                            "name a folder that you may write to");
        }
        return out;
    }

    private static Set<String> record(ParseResult words) {
        Set<String> record = new TreeSet<>();
        for (String what : words.matchedOptionValue(RECORD, "").split(",")) {
            if (!what.isBlank() && !RECORDABLE.contains(what.strip())) {
                throw new WrongUse("--record does not know '" + what + "'",
                        Suggestion.remedy(what, RECORDABLE, "write --record trace,messages,snapshots"));
            }
            if (!what.isBlank()) {
                record.add(what.strip());
            }
        }
        return record;
    }

    /** Metrics are parted by commas; what is narrowed may hold one. */
    private static List<String> compare(ParseResult words) {
        return Arrays.stream(words.matchedOptionValue(COMPARE, "").split(",(?=(?:[^']*'[^']*')*[^']*$)"))
                .map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static int jobs(ParseResult words) {
        String written = words.matchedOptionValue(JOBS, null);
        if (written == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (written.matches("[1-9][0-9]{0,3}") && Integer.parseInt(written) <= MOST_JOBS) {
            return Integer.parseInt(written);
        }
        throw new WrongUse("--jobs takes a whole number from 1 to " + MOST_JOBS + ", found '" + written + "'",
                "write --jobs 2");
    }

    private static Limits limits(ParseResult words) {
        Limits limits = Limits.DEFAULT;
        for (Map.Entry<String, String> pair : Options.pairs(words, LIMIT, "events=1000000").entrySet()) {
            String name = pair.getKey();
            if (!LIMITABLE.contains(name)) {
                throw new WrongUse("there is no limit '" + name + "'",
                        Suggestion.remedy(name, LIMITABLE, "the limits are " + String.join(", ", LIMITABLE)));
            }
            limits = limits.with(name, count(name, pair.getValue()));
        }
        return limits;
    }

    private static long count(String name, String value) {
        try {
            long count = Long.parseLong(value.replace("_", ""));
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongUse("the limit '" + name + "' is a whole number above 0, found '" + value + "'",
                "write --limit " + name + "=1000000");
    }
}
