package peerlab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import peerlab.engine.base.Bytes;
import peerlab.reports.RunDirectory;
import peerlab.reports.export.capture.Encoder;
import peerlab.reports.page.ReportException;
import peerlab.reports.page.ReportPage;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab report DIR}: the page that shows a run, from what the run left. */
final class ReportCommand implements Command {

    private static final String OUT = "--out";
    private static final String MANIFEST = "run.json";
    private static final String TRACE = "trace.jsonl";
    private static final int MOST_NAMED = 5;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("report",
                "Draws the report of a run again, from the run directory that it left.");
        spec.addPositional(Options.words("DIR", "a run directory, which run --out has left"));
        spec.addOption(Options.value(OUT, "FILE", "where to write it; DIR/report.html without it"));
        return Options.withCommon(spec.addOption(Options.with()));
    }

    @Override
    public ExitCode run(ParseResult words, Session plain) throws IOException {
        Session session = With.in(plain, Options.with(words));
        Terminal terminal = session.terminal();
        String named = directory(words);
        Path folder = terminal.path(named);
        requireRun(folder, named);
        Optional<String> out = Optional.ofNullable(words.matchedOptionValue(OUT, null));
        Path target = out.map(terminal::path).orElse(folder.resolve(ReportPage.FILE));
        String written = out.orElse(named.replaceAll("/+$", "") + "/" + ReportPage.FILE);
        requireOurs(target, written);
        try {
            RunDirectory.report(folder, target, Encoder.by(Runs.wires(session.protocols().get())));
        } catch (ReportException e) {
            throw new WrongUse(e.getMessage(), e.remedy());
        }
        terminal.say("wrote " + written + ", " + new Bytes(Files.size(target)));
        if (!Files.exists(folder.resolve(TRACE))) {
            terminal.warn("the run kept no trace: messages, steps and lives of peers are missing; "
                    + "run it again with --record trace,messages,snapshots");
        }
        return ExitCode.PASS;
    }

    private static String directory(ParseResult words) {
        List<String> named = Options.words(words);
        if (named.isEmpty()) {
            throw new WrongUse("peerlab report needs a run directory",
                    "write peerlab report DIR, after peerlab run FILE --record trace --out DIR");
        }
        if (named.size() > 1) {
            throw new WrongUse("peerlab report takes one run, found " + String.join(" ", named),
                    "leave out all but one");
        }
        return named.get(0);
    }

    private static void requireRun(Path folder, String named) throws IOException {
        if (!Files.exists(folder)) {
            throw new WrongUse("there is no folder '" + named + "'",
                    "make it: peerlab run FILE --record trace,messages,snapshots --out " + named);
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("'" + named + "' is a file, not a run directory",
                    "name the folder that run --out has left");
        }
        if (!Files.isRegularFile(folder.resolve(MANIFEST))) {
            List<String> inside = runsIn(folder);
            throw new WrongUse("'" + named + "' holds no whole run: there is no run.json",
                    inside.isEmpty() ? "name a folder that run --out has left"
                            : "name one of the runs in it: " + String.join(", ", inside));
        }
    }

    private static List<String> runsIn(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> Files.isRegularFile(path.resolve(MANIFEST)))
                    .map(path -> path.getFileName().toString()).sorted().limit(MOST_NAMED).toList();
        }
    }

    /** What is there already is replaced where it is such a page, and nothing else is. */
    private static void requireOurs(Path target, String written) throws IOException {
        if (Files.isDirectory(target)) {
            throw new WrongUse("'" + written + "' is a folder", "name a file in it");
        }
        if (Files.exists(target)) {
            try (InputStream in = Files.newInputStream(target)) {
                String head = new String(in.readNBytes(1 << 10), StandardCharsets.UTF_8);
                if (!head.contains(ReportPage.SIGN)) {
                    throw new WrongUse("there is a file '" + written + "' already, and it is no report",
                            "move it away, or name another with --out FILE");
                }
            }
        }
    }
}
