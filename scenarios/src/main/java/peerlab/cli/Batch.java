package peerlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import peerlab.dsl.Loaded;
import peerlab.engine.RunResult;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.reports.console.Commands;
import peerlab.reports.console.RunText;
import peerlab.reports.console.Style;

/** The runs of one command, one after another, and what is told of them. */
final class Batch {

    private final Session session;
    private final RunSettings settings;
    private final List<Path> files;
    private final Loading loading;
    private final Runs runs;
    private final DiagnosticText diagnostics;
    private final Set<String> taken = new TreeSet<>();

    Batch(Session session, RunSettings settings, List<Path> files) {
        this.session = session;
        this.settings = settings;
        this.files = files;
        this.loading = new Loading(session, settings.seed(), settings.set(), settings.patience());
        this.runs = new Runs(session, settings);
        this.diagnostics = new DiagnosticText(session.terminal(), settings.isColoured());
    }

    /** Runs all of them; a file that is wrong does not keep the others from running. */
    ExitCode run() throws IOException {
        Loaded first = loading.load(files.get(0));
        boolean isMany = files.size() > 1 || first.runs().size() > 1;
        Account account = account(isMany);
        ExitCode code = runs(files.get(0), first, isMany, account);
        for (Path file : files.subList(1, files.size())) {
            if (session.terminal().isUnread()) {
                return code.and(ExitCode.UNREAD);
            }
            session.interruption().during(file.toString(), () -> { });
            code = code.and(runs(file, loading.load(file), isMany, account));
        }
        account.end();
        return code;
    }

    private ExitCode runs(Path file, Loaded loaded, boolean isMany, Account account) throws IOException {
        if (loaded.hasErrors()) {
            account.refused(file, loaded);
            return ExitCode.WRONG;
        }
        if (!settings.isJson()) {
            diagnostics.complain(loaded);
        }
        ExitCode code = ExitCode.PASS;
        for (ScenarioSpec spec : loaded.runs()) {
            session.interruption().during(file.toString(), () -> { });
            RunResult result = runs.run(spec, settings.out()
                    .map(out -> isMany ? out.resolve(folder(spec, file)) : out));
            account.ran(result);
            code = code.and(ExitCode.of(result.verdict()));
        }
        return code;
    }

    /**
     * A folder of its own for each run: by id, and where that is taken by the file's whole name, or with a
     * number.
     */
    private String folder(ScenarioSpec spec, Path file) {
        List<String> names = new ArrayList<>(List.of(spec.id(), file.getFileName().toString()));
        for (int number = 2; !taken.add(names.get(0)); number++) {
            names.remove(0);
            names.add(spec.id() + "-" + number);
        }
        return names.get(0);
    }

    private Account account(boolean isMany) {
        if (settings.isJson()) {
            return new JsonAccount(session.terminal());
        }
        RunText text = new RunText(new Style(settings.isColoured(), true), new Commands(options()));
        int idWidth = files.stream().mapToInt(f -> Library.idOf(f.getFileName().toString()).length()).max()
                .orElse(0);
        return isMany || settings.isQuiet()
                ? new LineAccount(session.terminal(), text, diagnostics, idWidth, settings.isQuiet())
                : new FullAccount(session.terminal(), text, diagnostics);
    }

    /** What repeats a run besides its file and seed. */
    private List<String> options() {
        List<String> options = new ArrayList<>();
        for (Map.Entry<String, String> pair : settings.set().entrySet()) {
            options.add(Options.SET);
            options.add(pair.getKey() + "=" + pair.getValue());
        }
        return options;
    }
}
