package peerlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.reports.RunDirectory;
import peerlab.reports.export.ExportFormat;
import peerlab.reports.export.Exporter;
import peerlab.reports.stored.StoredRun;
import peerlab.reports.stored.StoredRunException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code peerlab export DIR --to FORMAT,...}: a run for other tools. */
final class ExportCommand implements Command {

    private static final String TO = "--to";
    private static final String OUT = "--out";
    private static final String QUIET = "--quiet";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("export",
                "Makes files for other tools of a run that was kept with --out.");
        spec.addPositional(Options.words("DIR", "a run directory"));
        spec.addOption(Options.repeated(TO, "FORMAT", "one of " + String.join(", ", ExportFormat.words())
                + "; may be repeated"))
                .addOption(Options.value(OUT, "FOLDER", "where the files go (into the run directory)"))
                .addOption(Options.flag(QUIET, "do not name the files"));
        return Options.withCommon(EventChoice.addTo(spec).addOption(Options.with()));
    }

    @Override
    public ExitCode run(ParseResult words, Session plain) throws IOException {
        Session session = With.in(plain, Options.with(words));
        Terminal terminal = session.terminal();
        StoredRun run = run(Options.words(words), terminal);
        List<ExportFormat> formats = formats(words);
        EventChoice choice = EventChoice.of(words, session);
        if (!choice.isOfAll() && formats.stream().noneMatch(ExportFormat::isOfEvents)) {
            throw new WrongUse("events are chosen, and no format is made of events",
                    "leave out the choice, or add --to pcapng, shiviz, perfetto, mermaid or csv");
        }
        String out = words.matchedOptionValue(OUT, null);
        Path folder = out == null ? run.folder() : terminal.path(out);
        try (RunDirectory directory = RunDirectory.extend(folder)) {
            Exporter exporter = new Exporter(run, choice::of, Runs.wires(session.protocols().get()),
                    directory);
            List<String> names = new ArrayList<>();
            for (ExportFormat format : formats) {
                names.addAll(written(exporter, format));
            }
            directory.finishExtending();
            if (!Options.isSet(words, QUIET)) {
                names.forEach(name -> terminal.say((out == null ? "" : out + "/") + name));
            }
        }
        boolean hasLookedAtEvents = formats.stream().anyMatch(ExportFormat::isOfEvents);
        if (hasLookedAtEvents && !choice.isOfAll()) {
            choice.complaint().ifPresent(terminal::warn);
        }
        return ExitCode.PASS;
    }

    private static List<String> written(Exporter exporter, ExportFormat format) throws IOException {
        try {
            return exporter.write(format);
        } catch (StoredRunException e) {
            String remedy = e.getMessage().equals(Exporter.NO_TRACE)
                    ? "run it again with --record messages"
                    : e.getMessage().equals(Exporter.NO_SNAPSHOTS) ? "run it again with --record snapshots"
                            : "run it again";
            throw new WrongUse(e.getMessage() + ", of which " + format.word() + " is made", remedy);
        }
    }

    private static StoredRun run(List<String> names, Terminal terminal) {
        if (names.isEmpty()) {
            throw new WrongUse("peerlab export needs a run directory",
                    "keep one with peerlab run FILE --out DIR --record messages");
        }
        if (names.size() > 1) {
            throw new WrongUse("peerlab export takes one run, found " + String.join(" ", names),
                    "leave out all but one");
        }
        Path folder = terminal.path(names.get(0));
        if (!StoredRun.isAt(folder)) {
            String what = !Files.exists(folder) ? "there is no folder '" + names.get(0) + "'"
                    : "'" + names.get(0) + "' is no run directory";
            throw new WrongUse(what, "keep one with peerlab run FILE --out DIR --record messages");
        }
        return StoredRun.at(folder);
    }

    private static List<ExportFormat> formats(ParseResult words) {
        List<String> listed = EventChoice.listed(words, TO);
        if (listed.isEmpty()) {
            throw new WrongUse("peerlab export does not know to what", "add --to with some of "
                    + String.join(", ", ExportFormat.words()));
        }
        TreeSet<ExportFormat> formats = new TreeSet<>();
        for (String word : listed) {
            Optional<ExportFormat> format = ExportFormat.of(word);
            formats.add(format.orElseThrow(() -> new WrongUse("there is no format '" + word + "'",
                    Suggestion.remedy(word, ExportFormat.words(),
                            "there are " + String.join(", ", ExportFormat.words())))));
        }
        return List.copyOf(formats);
    }
}
