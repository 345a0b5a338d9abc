package peerlab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import peerlab.dsl.Loaded;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.observe.RunEvent.Kind;
import peerlab.engine.trace.TraceReader;
import peerlab.reports.trace.TraceFilter;
import peerlab.reports.trace.TraceText;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab trace FILE}: what happened in a run, event by event. */
final class TraceCommand implements Command {

    private static final String BETWEEN = "--between";
    private static final String AROUND = "--around";
    private static final String WINDOW = "--window";
    private static final String PEER = "--peer";
    private static final String TYPE = "--type";
    private static final String KIND = "--kind";
    private static final String SHORT = "--short";
    private static final Span USUAL_WINDOW = Span.seconds(1);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("trace",
                "Shows what happens in a run, event by event. Of a scenario, by running it again.");
        spec.addPositional(
                Options.words("FILE", "a scenario, a trace.jsonl, or a run directory with a trace"));
        spec.addOption(Options.seed()).addOption(Options.set())
                .addOption(Options.with())
                .addOption(Options.value(BETWEEN, "A..B", "from one time to another: 30s..40s"))
                .addOption(Options.value(AROUND, "TIME", "near a time: 51.480s"))
                .addOption(Options.value(WINDOW, "TIME", "how near, before and after (1s)"))
                .addOption(Options.repeated(PEER, "NAME", "what this peer takes part in; may be repeated"))
                .addOption(Options.repeated(TYPE, "TYPE",
                        "of this type of message, timer, step, operation; may be repeated"))
                .addOption(Options.repeated(KIND, "KIND", "of this kind: " + String.join(", ", kinds())
                        + "; may be repeated"))
                .addOption(Options.flag(SHORT, "without names of fields, sizes and ids"))
                .addOption(Options.patience());
        return Options.withCommon(spec);
    }

    @Override
    public ExitCode run(ParseResult words, Session plain) throws IOException {
        Session session = With.in(plain, Options.with(words));
        List<String> files = Options.files(words);
        if (files.size() > 1) {
            throw new WrongUse("peerlab trace takes one run, found " + String.join(" ", files),
                    "leave out all but one");
        }
        TraceFilter filter = filter(words);
        Path path = session.terminal().path(files.get(0));
        Optional<Path> written = written(path);
        if (written.isPresent()) {
            return show(written.get(), files.get(0), filter, words, session);
        }
        Duration patience = Options.patience(words, RunSettings.USUAL_PATIENCE);
        Path file = new ScenarioFiles(session.terminal(), session.library().map(Library::new))
                .one(files.get(0));
        Loaded loaded = new Loading(session, Options.seed(words), Options.set(words), patience).load(file);
        if (loaded.hasErrors()) {
            new DiagnosticText(session.terminal(), Options.isColoured(words, session.terminal()))
                    .complain(loaded);
            return ExitCode.WRONG;
        }
        if (loaded.runs().size() > 1) {
            throw new WrongUse("'" + files.get(0) + "' makes " + loaded.runs().size()
                    + " runs, and a trace is of one",
                    "choose one with --seed or --set");
        }
        return new Replay(session, filter, new TraceText(detail(words)), patience).show(loaded.runs().get(0));
    }

    /** The trace that a path means, if it means one. */
    private static Optional<Path> written(Path path) {
        if (Files.isRegularFile(path) && path.getFileName().toString().endsWith(".jsonl")) {
            return Optional.of(path);
        }
        if (!Files.isDirectory(path) || !Files.exists(path.resolve("run.json"))) {
            return Optional.empty();
        }
        Path trace = path.resolve("trace.jsonl");
        if (!Files.exists(trace)) {
            throw new WrongUse("the run in '" + path + "' kept no trace", "run it again with --record trace");
        }
        return Optional.of(trace);
    }

    private static ExitCode show(Path trace, String name, TraceFilter filter, ParseResult words,
            Session session)
            throws IOException {
        if (Options.seed(words).isPresent() || !Options.set(words).isEmpty()) {
            throw new WrongUse("'" + name + "' is a trace that is written already",
                    "leave out --seed and --set");
        }
        try (InputStream in = Files.newInputStream(trace)) {
            new WrittenTrace(new TraceReader(in, trace.toString()), filter).print(session.terminal());
        }
        return ExitCode.PASS;
    }

    private static TraceText.Detail detail(ParseResult words) {
        return Options.isSet(words, SHORT) ? TraceText.Detail.SHORT : TraceText.Detail.FULL;
    }

    private static TraceFilter filter(ParseResult words) {
        String between = words.matchedOptionValue(BETWEEN, null);
        String around = words.matchedOptionValue(AROUND, null);
        String window = words.matchedOptionValue(WINDOW, null);
        if (between != null && around != null) {
            throw new WrongUse("--between and --around say two things", "leave one of them out");
        }
        if (window != null && around == null) {
            throw new WrongUse("--window says how near, not to what", "add --around TIME");
        }
        TraceFilter filter = TraceFilter.ALL.ofPeers(listed(words, PEER)).ofTypes(listed(words, TYPE));
        if (words.hasMatchedOption(KIND)) {
            filter = filter.ofKinds(kinds(listed(words, KIND)));
        }
        if (between != null) {
            SimTime[] ends = Times.window(BETWEEN, between);
            return filter.between(ends[0], ends[1]);
        }
        return around == null ? filter : filter.around(
                Times.instant(AROUND, around), window == null ? USUAL_WINDOW : Times.span(WINDOW, window));
    }

    /** The values of an option that may be repeated, or have several with commas between. */
    private static List<String> listed(ParseResult words, String option) {
        List<String> all = new ArrayList<>();
        for (String value : words.<List<String>>matchedOptionValue(option, List.of())) {
            Stream.of(value.split(",")).map(String::strip).filter(v -> !v.isEmpty()).forEach(all::add);
        }
        return all;
    }

    private static Set<Kind> kinds(List<String> names) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : names) {
            kinds.add(Stream.of(Kind.values()).filter(kind -> kind.word().equals(name)).findFirst()
                    .orElseThrow(() -> new WrongUse("there is no kind of event '" + name + "'",
                            Suggestion.remedy(name, kinds(), "the kinds are "
                                    + String.join(", ", kinds())))));
        }
        return kinds;
    }

    private static List<String> kinds() {
        return Stream.of(Kind.values()).map(Kind::word).toList();
    }
}
