package peerlab.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import peerlab.cache.Cache;
import peerlab.cache.CacheCounts;
import peerlab.cache.TraceReplay;
import peerlab.cache.theory.CheApproximation;
import peerlab.cache.theory.MissRatioCurve;
import peerlab.cache.trace.KnownFuture;
import peerlab.cache.trace.Popularity;
import peerlab.cache.trace.Sizes;
import peerlab.cache.trace.Trace;
import peerlab.cache.trace.TraceException;
import peerlab.cache.trace.TraceWriter;
import peerlab.engine.base.RandomSource;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab replay TRACE}: what caches of several policies and sizes miss of the same requests. */
final class ReplayCommand implements Command {

    private static final String CURVE = "--curve";
    private static final String SAVE = "--save";
    private static final List<String> HEAD = List.of(
            "policy", "capacity", "requests", "hits", "misses", "miss ratio", "byte miss ratio");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("replay",
                "Sends requests through caches, with no network around them, and counts the misses.");
        spec.addPositional(Options.words("TRACE", "time,key,size as CSV, or oracleGeneral; "
                + "or a workload: zipf(0.9), uniform, hot-spot, scan, shifting(0.9)"));
        spec.addOption(Options.value(CacheChoice.POLICY, "NAMES", "lru,arc and so on (lru); "
                        + "see peerlab list policies"))
                .addOption(Options.value(CacheChoice.ENTRIES, "N", "capacities in entries: 100,1000"))
                .addOption(Options.value(CacheChoice.BYTES, "SIZE", "capacities in bytes: 64KiB,1MiB"))
                .addOption(Options.flag(CacheChoice.UNIT_SIZE,
                        "each value counts as one byte, whatever its size"))
                .addOption(Options.value(CacheChoice.ADMISSION, "NAME", "all, second-hit or tinylfu (all)"))
                .addOption(Options.value(CacheChoice.TTL, "TIME", "how long an entry may be served: 10min"))
                .addOption(Options.flag(CacheChoice.SLIDING, "the time to live begins again with each use"))
                .addOption(Options.value(CacheChoice.JITTER, "SHARE",
                        "by how much times to live may be shorter: 10%%"))
                .addOption(Options.repeated(Options.SET, "POLICY.NAME=VALUE",
                        "give a parameter of a policy another value; may be repeated"))
                .addOption(Options.with())
                .addOption(Options.flag(CURVE, "the misses of LRU at every number of entries, as CSV"))
                .addOption(Options.value(SAVE, "FILE",
                        "write the requests down, as CSV or .oracleGeneral.bin"));
        return Options.withCommon(RequestSource.withOptions(spec).addOption(Options.json()));
    }

    @Override
    public ExitCode run(ParseResult words, Session plain) throws IOException {
        Session session = With.in(plain, Options.with(words));
        RandomSource random = new RandomSource(Options.seed(words).orElse(1));
        RequestSource source = new RequestSource(session.terminal(), words, trace(words), random);
        try {
            if (words.hasMatchedOption(SAVE)) {
                refuseBeside(SAVE + " writes requests down and replays none", words, CURVE, Options.JSON,
                        CacheChoice.POLICY, CacheChoice.ENTRIES, CacheChoice.BYTES);
                return save(source, words.matchedOptionValue(SAVE, ""), session.terminal());
            }
            if (Options.isSet(words, CURVE)) {
                refuseBeside(CURVE + " is of LRU at every number of entries, as CSV", words, Options.JSON,
                        CacheChoice.POLICY, CacheChoice.ENTRIES, CacheChoice.BYTES);
                return curve(source, session.terminal());
            }
            CacheChoice choice = new CacheChoice(words, session.classes(), random.stream("caches"));
            return replay(source, choice, words, session.terminal());
        } catch (TraceException wrong) {
            throw new WrongUse(wrong.getMessage(), wrong.remedy());
        }
    }

    private static String trace(ParseResult words) {
        List<String> traces = Options.words(words);
        if (traces.size() != 1) {
            throw new WrongUse(traces.isEmpty() ? "peerlab replay needs a trace"
                    : "peerlab replay takes one trace, found " + String.join(" ", traces),
                    "write peerlab replay trace.csv --policy lru,arc --entries 1000");
        }
        return traces.get(0);
    }

    private ExitCode replay(RequestSource source, CacheChoice choice, ParseResult words, Terminal terminal)
            throws IOException {
        Sizes sizes = choice.sizes();
        List<CacheChoice.Chosen> chosen = choice.caches(() -> {
            try (Trace trace = source.open(sizes)) {
                return new KnownFuture(trace);
            }
        });
        List<Cache> caches = chosen.stream().map(CacheChoice.Chosen::cache).toList();
        try (Trace trace = source.open(sizes)) {
            if (new TraceReplay(caches).run(trace) == 0) {
                throw new WrongUse("there is no request in '" + trace(words) + "'",
                        "a trace has a line for each request: time,key,size");
            }
        } catch (TraceReplay.Failure failure) {
            return blame(failure, chosen.get(failure.cache()), terminal);
        }
        if (Options.isSet(words, Options.JSON)) {
            json(chosen, terminal);
        } else {
            table(chosen, source.popularity(), terminal);
        }
        chosen.stream().filter(one -> one.cache().count() == 0 && one.cache().counts().hits() == 0)
                .forEach(one -> terminal.warn("peerlab: " + one.policy() + " at " + one.capacity()
                        + " took nothing in: its parts are smaller than what was asked for"));
        return terminal.isUnread() ? ExitCode.UNREAD : ExitCode.PASS;
    }

    /** A policy of ours that throws is a fault of Peerlab; anybody else's is told with its frames. */
    private static ExitCode blame(TraceReplay.Failure failure, CacheChoice.Chosen chosen, Terminal terminal) {
        Throwable thrown = failure.getCause();
        if (!chosen.isBrought()) {
            throw failure;
        }
        terminal.warn("peerlab: " + chosen.policy() + " at " + chosen.capacity() + " failed at request "
                + failure.request() + ": " + thrown);
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("peerlab.cache.")) {
                break;
            }
            terminal.warn("  at " + frame);
        }
        return ExitCode.FAIL;
    }

    private static void table(List<CacheChoice.Chosen> chosen, Optional<Popularity> popularity,
            Terminal terminal) {
        Optional<CheApproximation> theory = popularity.map(CheApproximation::new);
        List<Optional<Double>> expected = chosen.stream().map(one -> expected(one, theory)).toList();
        boolean hasTheory = expected.stream().anyMatch(Optional::isPresent);
        Table table = new Table();
        row(table, HEAD,
                hasTheory ? "in theory" : null);
        for (int i = 0; i < chosen.size(); i++) {
            CacheCounts counts = chosen.get(i).cache().counts();
            row(table, List.of(chosen.get(i).policy(), chosen.get(i).capacity().toString(),
                    Long.toString(counts.requests()), Long.toString(counts.hits()),
                    Long.toString(counts.misses()), ratio(counts.missRatio()), ratio(counts.byteMissRatio())),
                    hasTheory ? expected.get(i).map(ReplayCommand::ratio).orElse("") : null);
        }
        table.lines("").forEach(terminal::say);
    }

    /** What miss ratio theory expects, where it knows the policy and nothing else is at work. */
    private static Optional<Double> expected(CacheChoice.Chosen one, Optional<CheApproximation> theory) {
        if (!one.capacity().areEntries() || one.cache().ages() || one.cache().counts().refused() > 0) {
            return Optional.empty();
        }
        return theory.flatMap(che -> che.under(one.policy(), one.capacity().amount()))
                .map(hitRatio -> 1 - hitRatio);
    }

    private static void row(Table table, List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        Optional.ofNullable(last).ifPresent(all::add);
        table.row(all.toArray(new String[0]));
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, "%.4f", ratio);
    }

    private static void json(List<CacheChoice.Chosen> chosen, Terminal terminal) throws IOException {
        try (JsonGenerator json = Json.on(terminal)) {
            json.writeStartArray();
            for (CacheChoice.Chosen one : chosen) {
                CacheCounts counts = one.cache().counts();
                json.writeStartObject();
                json.writeStringField("policy", one.policy());
                json.writeNumberField("capacity", one.capacity().amount());
                json.writeNumberField("requests", counts.requests());
                json.writeNumberField("hits", counts.hits());
                json.writeNumberField("misses", counts.misses());
                number(json, "missRatio", counts.missRatio());
                number(json, "byteMissRatio", counts.byteMissRatio());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static void refuseBeside(String reason, ParseResult words, String... options) {
        for (String option : options) {
            if (words.hasMatchedOption(option)) {
                throw new WrongUse(reason, "leave " + option + " out");
            }
        }
    }

    private static ExitCode curve(RequestSource source, Terminal terminal) {
        MissRatioCurve curve = new MissRatioCurve();
        try (Trace trace = source.open(Sizes.IGNORED)) {
            while (trace.next()) {
                curve.request(trace.key());
            }
        }
        terminal.say("entries,misses,missRatio");
        long[] misses = curve.misses();
        for (int entries = 1; entries < misses.length && !terminal.isUnread(); entries++) {
            terminal.say(entries + "," + misses[entries] + "," + (double) misses[entries] / curve.requests());
        }
        return terminal.isUnread() ? ExitCode.UNREAD : ExitCode.PASS;
    }

    private static ExitCode save(RequestSource source, String written, Terminal terminal) {
        new NewFile(terminal, false).requireAbsent(written);
        boolean isBinary = written.toLowerCase(Locale.ROOT).contains("oraclegeneral");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(terminal.path(written)))) {
            if (isBinary) {
                KnownFuture future;
                try (Trace trace = source.open(Sizes.WHERE_KNOWN)) {
                    future = new KnownFuture(trace);
                }
                try (Trace trace = source.open(Sizes.WHERE_KNOWN)) {
                    TraceWriter.oracleGeneral(trace, future, out);
                }
            } else {
                try (Trace trace = source.open(Sizes.WHERE_KNOWN)) {
                    TraceWriter.csv(trace, source.hasPuts(), out);
                }
            }
        } catch (IOException e) {
            throw new WrongUse("'" + written + "' cannot be written",
                    "check that its folder exists, and its permissions");
        }
        return ExitCode.PASS;
    }
}
