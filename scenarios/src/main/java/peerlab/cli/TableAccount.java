package peerlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import peerlab.dsl.Loaded;
import peerlab.engine.RunResult;
import peerlab.engine.check.Verdict;
import peerlab.engine.spec.ScenarioSpec;
import peerlab.reports.console.Commands;
import peerlab.reports.console.RunText;
import peerlab.reports.console.Style;
import peerlab.reports.console.Tally;
import peerlab.reports.console.Visible;

/**
 * Many runs of one scenario: a row for each cell of its matrix, or for each seed where there is no matrix,
 * and the first run that did not pass in full.
 */
final class TableAccount implements Account {

    /** Of the seeds with which a cell does not pass so many are named. */
    private static final int MOST_SEEDS = 8;

    private final Terminal terminal;
    private final Style style;
    private final List<String> axes;
    private final List<String> options;
    private final Map<List<String>, List<Row>> cells = new LinkedHashMap<>();
    private Tally tally = Tally.NONE;
    private Optional<RunResult> worst = Optional.empty();
    private List<String> compared = List.of();
    private String title = "";

    TableAccount(Terminal terminal, Style style, List<String> axes, List<String> options) {
        this.terminal = terminal;
        this.style = style;
        this.axes = axes;
        this.options = options;
    }

    /** What the table tells of one run. */
    private record Row(long seed, Verdict verdict, int points, int most, String fingerprint) {
    }

    @Override
    public void refused(Path file, Loaded loaded) {
        throw new IllegalStateException("a scenario that makes no runs has no table");
    }

    @Override
    public void ran(RunResult result) {
        ScenarioSpec spec = result.spec();
        List<String> cell = axes.stream().map(axis -> value(spec, axis)).toList();
        cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(new Row(spec.seed(), result.verdict(),
                result.points(), spec.points(), result.fingerprint()));
        tally = tally.plus(result.verdict());
        boolean isWorse = result.verdict() != Verdict.PASS
                && (worst.isEmpty() || worst.get().verdict() != Verdict.FAIL
                        && result.verdict() == Verdict.FAIL);
        if (isWorse) {
            worst = Optional.of(result);
        }
        title = spec.title();
    }

    @Override
    public void compared(List<String> table) {
        compared = table;
    }

    @Override
    public void end() {
        terminal.say(Visible.of(title));
        terminal.say("");
        table().lines("  ").forEach(terminal::say);
        terminal.say("");
        compared.forEach(terminal::say);
        if (!compared.isEmpty()) {
            terminal.say("");
        }
        terminal.say(tally.of("run", "runs"));
        worst.ifPresent(result -> {
            terminal.say("");
            terminal.out().print(new RunText(style, new Commands(again(result.spec()))).summary(result));
        });
    }

    private Table table() {
        boolean hasSeeds = cells.values().stream().anyMatch(rows -> rows.size() > 1);
        return axes.isEmpty() ? bySeed() : hasSeeds ? byCell() : byRun();
    }

    private Table bySeed() {
        Table table = new Table();
        table.row("seed", "verdict", "points", "fingerprint");
        cells.values().forEach(rows -> rows.forEach(row ->
                table.row(Long.toString(row.seed()), row.verdict().name(), points(List.of(row)),
                        row.fingerprint())));
        return table;
    }

    private Table byRun() {
        Table table = new Table();
        table.row(with(axes, "verdict", "points", "fingerprint"));
        cells.forEach((cell, rows) -> table.row(with(cell, rows.get(0).verdict().name(), points(rows),
                rows.get(0).fingerprint())));
        return table;
    }

    private Table byCell() {
        Table table = new Table();
        table.row(with(axes, "verdict", "passed", "points", "not with seed"));
        cells.forEach((cell, rows) -> {
            List<Row> others = rows.stream().filter(row -> row.verdict() != Verdict.PASS).toList();
            String seeds = others.stream().limit(MOST_SEEDS).map(row -> Long.toString(row.seed()))
                    .collect(Collectors.joining(", ")) + (others.size() > MOST_SEEDS ? ", ..." : "");
            Verdict verdict = rows.stream().map(Row::verdict).reduce(Verdict.PASS, Verdict::and);
            table.row(with(cell, verdict.name(), rows.size() - others.size() + " of " + rows.size(),
                    points(rows), seeds));
        });
        return table;
    }

    private static String[] with(List<String> first, String... rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    /** {@code 10 of 10}, or {@code 6..10 of 10} where they differ from seed to seed. */
    private static String points(List<Row> rows) {
        int least = rows.stream().mapToInt(Row::points).min().orElse(0);
        int most = rows.stream().mapToInt(Row::points).max().orElse(0);
        int all = rows.stream().mapToInt(Row::most).max().orElse(0);
        return all == 0 ? "-" : (least == most ? "" + least : least + ".." + most) + " of " + all;
    }

    /** What repeats one run of the table besides its file and seed. */
    private List<String> again(ScenarioSpec spec) {
        List<String> all = new ArrayList<>(options);
        for (String axis : axes) {
            String pair = axis + "=" + value(spec, axis);
            if (options.stream().noneMatch(option -> option.startsWith(axis + "="))) {
                all.addAll(List.of(Options.SET, pair));
            }
        }
        return all;
    }

    private static String value(ScenarioSpec spec, String axis) {
        return String.valueOf(spec.params().get(axis)).replace(" ", "");
    }
}
