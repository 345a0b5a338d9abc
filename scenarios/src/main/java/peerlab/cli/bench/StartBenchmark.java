package peerlab.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long a command takes from the shell: small scenarios in both languages, beside a JVM that does nothing.
 */
final class StartBenchmark implements Benchmark {

    private static final int ROUNDS = 5;

    private final Path home;

    /** @param home the folder of the launcher */
    StartBenchmark(Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "wall clock of whole commands through the launcher, warm";
    }

    @Override
    public List<Figure> measure(Consumer<String> progress) {
        Path launcher = home.resolve("peerlab");
        if (!Files.isExecutable(launcher)) {
            return List.of(
                    new Figure("start", Double.NaN, "s", "not measured: there is no launcher in " + home));
        }
        Path library = home.resolve("scenarios").resolve("library");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        progress.accept("a JVM that does nothing");
        double bare = median(List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-version"));
        progress.accept("YAML");
        double yaml = median(
                List.of(launcher.toString(), "run", library.resolve("first-contact.yaml").toString()));
        progress.accept("Groovy");
        double groovy = median(
                List.of(launcher.toString(), "run", library.resolve("first-contact.groovy").toString()));
        return List.of(
                new Figure("start.jvm", bare, "s", "java -version, median of " + ROUNDS),
                new Figure("start.yaml", yaml, "s", "peerlab run first-contact.yaml"),
                new Figure("start.groovy", groovy, "s", "peerlab run first-contact.groovy, compiled before"),
                new Figure("start.yaml.ratio", yaml / bare, "x", "over the bare JVM"),
                new Figure("start.groovy.ratio", groovy / bare, "x", "over the bare JVM"));
    }

    private static double median(List<String> command) {
        seconds(command);
        double[] taken = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            taken[round] = seconds(command);
        }
        Arrays.sort(taken);
        return taken[ROUNDS / 2];
    }

    private static double seconds(List<String> command) {
        try {
            long began = System.nanoTime();
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.waitFor();
            return (System.nanoTime() - began) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring " + command.get(0), e);
        }
    }
}
