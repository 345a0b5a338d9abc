package peerlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.cache.trace.GeneratedTrace;
import peerlab.cache.trace.KeySource;
import peerlab.cache.trace.Popularity;
import peerlab.cache.trace.Sizes;
import peerlab.cache.trace.Trace;
import peerlab.cache.trace.TraceFile;
import peerlab.cache.trace.ValueSizes;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Ratio;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where requests come from: a file, or a workload that is made up, such as {@code zipf(0.9)}. Both can be had
 * from the beginning more than once, and are the same each time.
 */
final class RequestSource {

    static final String KEYS = "--keys";
    static final String REQUESTS = "--requests";
    static final String SIZES = "--sizes";
    static final String PUTS = "--puts";

    private static final List<String> WORKLOADS = List.of("zipf", "uniform", "hot-spot", "scan", "shifting");
    private static final Pattern WORKLOAD = Pattern.compile("([a-z-]+)(?:\\(([0-9]+(?:\\.[0-9]+)?)\\))?");
    private static final long USUAL_KEYS = 10_000;
    private static final long MOST_KEYS = 100_000_000;
    private static final long USUAL_REQUESTS = 1_000_000;
    private static final double USUAL_EXPONENT = 0.9;
    private static final double HOT_KEYS = 0.1;
    private static final double HOT_REQUESTS = 0.9;
    private static final long SHIFTS = 10;

    private final Terminal terminal;
    private final Amounts amounts;
    private final ParseResult words;
    private final String written;
    private final RandomSource random;

    RequestSource(Terminal terminal, ParseResult words, String written, RandomSource random) {
        this.terminal = terminal;
        this.amounts = new Amounts(words);
        this.words = words;
        this.written = written;
        this.random = random;
        if (isWorkload()) {
            workload();
        } else {
            List.of(KEYS, REQUESTS, SIZES, PUTS).stream().filter(amounts::isGiven).findFirst()
                    .ifPresent(option -> {
                        throw new WrongUse(option + " is for workloads that are made up, and '" + written
                                + "' is a file", "leave it out, or write zipf in the place of the file");
                    });
        }
    }

    /** The options that say what a made-up workload is like. */
    static CommandSpec withOptions(CommandSpec spec) {
        return spec.addOption(Options.value(KEYS, "N", "of a workload: how many keys (" + USUAL_KEYS + ")"))
                .addOption(Options.value(REQUESTS, "N", "of a workload: how many requests (" + USUAL_REQUESTS
                        + ")"))
                .addOption(Options.value(SIZES, "SIZE", "of a workload: of values, 1KiB or 1KiB..64KiB (1B)"))
                .addOption(Options.value(PUTS, "SHARE", "of a workload: requests that put a value (none)"))
                .addOption(Options.value(Options.SEED, "N",
                        "of a workload, and for policies with chance (1)"));
    }

    private boolean isWorkload() {
        Matcher workload = WORKLOAD.matcher(written);
        return workload.matches() && !Files.exists(terminal.path(written))
                && (WORKLOADS.contains(workload.group(1)) || workload.group(2) != null);
    }

    /** From the beginning. */
    Trace open(Sizes wanted) {
        if (!isWorkload()) {
            Path path = terminal.path(written);
            return new TraceFile(path, written).open(wanted);
        }
        GeneratedTrace trace = GeneratedTrace.of(workload(), requests());
        if (wanted != Sizes.IGNORED) {
            trace = trace.sized(sizes());
        }
        String puts = words.matchedOptionValue(PUTS, null);
        Ratio share = puts == null ? Ratio.NONE : Amounts.part(PUTS, puts);
        return share.equals(Ratio.NONE) ? trace : trace.putting(share, random.stream("puts"));
    }

    boolean hasPuts() {
        return amounts.isGiven(PUTS);
    }

    /** How often each key is asked for, where every request is drawn alike: what theory can tell of. */
    Optional<Popularity> popularity() {
        return isWorkload() && !List.of("scan", "shifting").contains(kind()) && !hasPuts()
                ? Optional.of(popularityOf(kind())) : Optional.empty();
    }

    private String kind() {
        Matcher workload = WORKLOAD.matcher(written);
        return workload.matches() ? workload.group(1) : "";
    }

    private KeySource workload() {
        RandomSource draws = random.stream("keys");
        if (kind().equals("scan")) {
            return Popularity.scan(keys());
        }
        Popularity popularity = popularityOf(kind());
        return kind().equals("shifting")
                ? popularity.shifting(draws, Math.max(1, requests() / SHIFTS),
                        (int) Math.max(1, keys() / SHIFTS))
                : popularity.source(draws);
    }

    private Popularity popularityOf(String kind) {
        return switch (kind) {
            case "zipf", "shifting" -> Popularity.zipf(keys(), exponent());
            case "uniform" -> Popularity.uniform(keys());
            case "hot-spot" -> Popularity.hotSpot(keys(), HOT_KEYS, HOT_REQUESTS);
            default -> throw new WrongUse("there is no workload '" + kind + "'",
                    Suggestion.remedy(kind, WORKLOADS, "there are " + String.join(", ", WORKLOADS)));
        };
    }

    private double exponent() {
        Matcher workload = WORKLOAD.matcher(written);
        return workload.matches() && workload.group(2) != null ? Double.parseDouble(workload.group(2))
                : USUAL_EXPONENT;
    }

    private int keys() {
        long keys = amounts.count(KEYS, USUAL_KEYS);
        if (keys > MOST_KEYS) {
            throw new WrongUse(KEYS + " is at most " + MOST_KEYS + ", found " + keys, "write fewer");
        }
        return (int) keys;
    }

    private long requests() {
        return amounts.count(REQUESTS, USUAL_REQUESTS);
    }

    private ValueSizes sizes() {
        String sizes = words.matchedOptionValue(SIZES, "1B");
        int dots = sizes.indexOf("..");
        if (dots < 0) {
            return ValueSizes.fixed(amounts.bytes(SIZES, sizes));
        }
        Bytes least = amounts.bytes(SIZES, sizes.substring(0, dots));
        Bytes most = amounts.bytes(SIZES, sizes.substring(dots + 2));
        if (least.compareTo(most) > 0) {
            throw new WrongUse("the range " + sizes + " is reversed", "write " + SIZES + " "
                    + sizes.substring(dots + 2) + ".." + sizes.substring(0, dots));
        }
        return ValueSizes.uniform(least, most, random);
    }
}
