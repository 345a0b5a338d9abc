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
import peerlab.engine.spec.ScenarioSpec;
import peerlab.reports.MadeFolders;
import peerlab.reports.RunDirectoryException;
import peerlab.reports.console.Commands;
import peerlab.reports.console.RunText;
import peerlab.reports.console.Style;

/** The runs of one command, and what is told of them. */
final class Batch {

    private final Session session;
    private final RunSettings settings;
    private final List<Path> files;
    private final Loading loading;
    private final DiagnosticText diagnostics;
    private final Set<String> taken = new TreeSet<>();
    private final Losses losses = new Losses();

    Batch(Session session, RunSettings settings, List<Path> files) {
        this.session = session;
        this.settings = settings;
        this.files = files;
        this.loading = new Loading(session, settings.seed(), settings.set(), settings.patience());
        this.diagnostics = new DiagnosticText(session.terminal(), settings.isColoured());
    }

    /** Runs all of them; a file that is wrong does not keep the others from running. */
    ExitCode run() throws IOException {
        Loaded first = loading.load(files.get(0));
        boolean isMany = files.size() > 1 || first.runs().size() > 1;
        try (MadeFolders made = new MadeFolders()) {
            if (isMany && settings.out().isPresent()) {
                session.interruption().lastly(() -> Runs.close(made));
                make(settings.out().get(), made);
            }
            return all(first, isMany, account(isMany, first));
        }
    }

    /** Several runs have a folder together, which none of them makes on its own. */
    private static void make(Path together, MadeFolders made) throws RunDirectoryException {
        try {
            made.make(together);
        } catch (IOException e) {
            throw RunDirectoryException.of(together, e);
        }
    }

    private ExitCode all(Loaded first, boolean isMany, Account account) throws IOException {
        try {
            return losses.tell(session.terminal(), each(first, isMany, account));
        } catch (RunDirectoryException e) {
            account.end();
            throw e;
        }
    }

    private ExitCode each(Loaded first, boolean isMany, Account account) throws IOException {
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
        ExitCode[] code = {ExitCode.PASS};
        List<ScenarioSpec> specs = loaded.runs();
        List<Optional<Path>> folders = new ArrayList<>();
        for (ScenarioSpec spec : specs) {
            folders.add(settings.out().map(out -> isMany ? out.resolve(folder(spec, file)) : out));
        }
        Optional<Summary> summary = specs.size() > 1 ? settings.out().map(Summary::new) : Optional.empty();
        summary.ifPresent(Summary::check);
        Optional<Beside> beside = specs.size() > 1
                ? Optional.of(new Beside(loaded, settings.compare(), session.protocols().get()))
                : Optional.empty();
        ManyRuns.Teller teller = (index, ran) -> {
            account.ran(ran.result());
            losses.add(ran);
            beside.ifPresent(others -> others.add(ran.result()));
            summary.ifPresent(s -> s.add(loaded.axes(), ran, folders.get(index).orElseThrow()));
            code[0] = code[0].and(ExitCode.of(ran.result().verdict()));
            return !session.terminal().isUnread();
        };
        if (specs.size() > 1 && settings.jobs() > 1) {
            List<ManyRuns.One> all = new ArrayList<>();
            for (int i = 0; i < specs.size(); i++) {
                ScenarioSpec spec = specs.get(i);
                Optional<Path> folder = folders.get(i);
                all.add(own -> new Runs(own, settings).run(spec, folder));
            }
            new ManyRuns(session, settings.jobs()).run(file.toString(), all, teller);
        } else {
            Runs runs = new Runs(session, settings);
            boolean isWanted = true;
            for (int i = 0; i < specs.size() && isWanted; i++) {
                session.interruption().during(file.toString(), () -> { });
                isWanted = teller.tell(i, runs.run(specs.get(i), folders.get(i)));
            }
        }
        summary.flatMap(Summary::write).ifPresent(losses::add);
        beside.ifPresent(others -> {
            account.compared(others.lines());
            settings.out().flatMap(others::write).ifPresent(losses::add);
        });
        return code[0];
    }

    /**
     * A folder of its own for each run: by id, and where that is taken by the file's whole name, or with a
     * number.
     */
    private String folder(ScenarioSpec spec, Path file) {
        String id = spec.id().replaceAll("[^\\p{L}\\p{N}._=%+-]", "-");
        List<String> names = new ArrayList<>(List.of(id, file.getFileName().toString()));
        for (int number = 2; !taken.add(names.get(0)); number++) {
            names.remove(0);
            names.add(id + "-" + number);
        }
        return names.get(0);
    }

    private Account account(boolean isMany, Loaded first) {
        if (settings.isJson()) {
            return new JsonAccount(session.terminal());
        }
        Style style = new Style(settings.isColoured(), true);
        if (files.size() == 1 && isMany && !settings.isQuiet()) {
            return new TableAccount(session.terminal(), style, first.axes(), options());
        }
        RunText text = new RunText(style, new Commands(options()));
        int idWidth = files.stream().mapToInt(f -> Library.idOf(f.getFileName().toString()).length()).max()
                .orElse(0);
        idWidth = Math.max(idWidth, first.runs().stream().mapToInt(run -> run.id().length()).max().orElse(0));
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
        settings.with().forEach(path -> options.addAll(List.of(Options.WITH, path)));
        return options;
    }
}
