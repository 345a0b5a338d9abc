package peerlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.engine.trace.TraceLine;
import peerlab.reports.Json;
import peerlab.reports.export.table.Tables;
import peerlab.reports.export.timeline.MermaidDiagram;
import peerlab.reports.stored.Lines;
import peerlab.reports.stored.TraceFile;
import peerlab.reports.trace.LineText;
import peerlab.reports.trace.TraceText;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab trace FILE}: what happened in a run, event by event. */
final class TraceCommand implements Command {

    private static final String SHORT = "--short";
    private static final String FORMAT = "--format";
    private static final List<String> FORMATS = List.of("text", "jsonl", "csv", "mermaid");
    /** How often it is seen whether anybody still reads. */
    private static final int LOOK_EVERY_LINES = 1000;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("trace",
                "Shows what happens in a run, event by event. Of a scenario, by running it again.");
        spec.addPositional(
                Options.words("FILE", "a scenario, a trace.jsonl, or a run directory with a trace"));
        spec.addOption(Options.seed()).addOption(Options.set()).addOption(Options.with());
        EventChoice.addTo(spec)
                .addOption(Options.value(FORMAT, "FORMAT",
                        "text (usual), jsonl, csv, or mermaid: a sequence diagram"))
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
        EventChoice choice = EventChoice.of(words, session);
        String format = format(words);
        Path path = session.terminal().path(files.get(0));
        Optional<Path> written = written(path);
        if (written.isPresent()) {
            return ofFile(written.get(), files.get(0), choice, words, session);
        }
        Duration patience = Options.patience(words, RunSettings.USUAL_PATIENCE);
        Optional<ScenarioSpec> spec = new OneRun(session, words, "a trace").of(files.get(0), patience);
        if (spec.isEmpty()) {
            return ExitCode.WRONG;
        }
        if (format.equals("text") && !choice.needsLines()) {
            return new Replay(session, choice.filter(), new TraceText(detail(words)), patience)
                    .show(spec.get());
        }
        ReplayedLines lines = new ReplayedLines(session, spec.get(), choice.filter(), patience);
        show(lines, choice, format, session);
        lines.stuck().ifPresent(stuck -> stuck.tell(session.terminal()));
        return lines.stuck().isPresent() ? ExitCode.FAIL : ExitCode.PASS;
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

    private static ExitCode ofFile(Path trace, String name, EventChoice choice, ParseResult words,
            Session session) throws IOException {
        if (Options.seed(words).isPresent() || !Options.set(words).isEmpty()) {
            throw new WrongUse("'" + name + "' is a trace that is written already",
                    "leave out --seed and --set");
        }
        show(new TraceFile(trace, trace.toString()), choice, format(words), session);
        return ExitCode.PASS;
    }

    private static void show(Lines all, EventChoice choice, String format, Session session)
            throws IOException {
        Terminal terminal = session.terminal();
        Lines chosen = choice.of(all);
        switch (format) {
            case "csv" -> Tables.events(chosen, terminal.out());
            case "mermaid" -> MermaidDiagram.write(chosen, terminal.out());
            default -> {
                long[] told = {0};
                chosen.goThrough(line -> {
                    terminal.say(format.equals("jsonl") ? json(line) : LineText.full(line));
                    return ++told[0] % LOOK_EVERY_LINES != 0 || !terminal.isUnread();
                });
            }
        }
        choice.complaint().ifPresent(terminal::warn);
    }

    /** The line as a trace has it. */
    private static String json(TraceLine line) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("t", line.time().nanos());
        all.put("kind", line.kind());
        all.putAll(line.values());
        return Json.line(all);
    }

    private static String format(ParseResult words) {
        String format = words.matchedOptionValue(FORMAT, "text");
        if (!FORMATS.contains(format)) {
            throw new WrongUse("--format does not know '" + format + "'",
                    Suggestion.remedy(format, FORMATS, "there are " + String.join(", ", FORMATS)));
        }
        if (!format.equals("text") && Options.isSet(words, SHORT)) {
            throw new WrongUse("--short is said of text, not of " + format, "leave one of them out");
        }
        return format;
    }

    private static TraceText.Detail detail(ParseResult words) {
        return Options.isSet(words, SHORT) ? TraceText.Detail.SHORT : TraceText.Detail.FULL;
    }
}
