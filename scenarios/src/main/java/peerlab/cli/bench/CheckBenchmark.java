package peerlab.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** How long {@code peerlab check} takes for a long scenario that it has never seen, from the shell. */
final class CheckBenchmark implements Benchmark {

    private static final int ROUNDS = 5;

    private final Launcher launcher;
    private final int lines;

    /** @param home the folder of the launcher */
    CheckBenchmark(Path home, int lines) {
        this.launcher = new Launcher(home);
        this.lines = lines;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "wall clock of checking a scenario of " + lines + " lines in both languages";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        if (!launcher.isThere()) {
            return launcher.missing("check");
        }
        String remark = "peerlab check of " + lines + " lines, each time others, median of " + ROUNDS;
        progress.accept("YAML");
        double yaml = median("yaml", LongScenario::yaml);
        progress.accept("Groovy");
        double groovy = median("groovy", LongScenario::groovy);
        return List.of(
                new Figure("check.yaml", yaml, "s", remark), new Figure("check.groovy", groovy, "s", remark));
    }

    private double median(String ending, Function<LongScenario, String> text) {
        try {
            Path file = Files.createTempFile("peerlab-long", "." + ending);
            double[] taken = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                long seed = System.nanoTime() & Integer.MAX_VALUE;
                Files.writeString(file, text.apply(new LongScenario(lines, seed)));
                double seconds = launcher.seconds(List.of("check", file.toString()));
                if (round >= 0) {
                    taken[round] = seconds;
                }
            }
            Files.delete(file);
            Arrays.sort(taken);
            return taken[ROUNDS / 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
