package peerlab.cli.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * How long a command takes from the shell: small scenarios in both languages, beside a JVM that does nothing.
 */
final class StartBenchmark implements Benchmark {

    private static final int ROUNDS = 5;

    private final Path home;
    private final Launcher launcher;

    /** @param home the folder of the launcher */
    StartBenchmark(Path home) {
        this.home = home;
        this.launcher = new Launcher(home);
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
        if (!launcher.isThere()) {
            return launcher.missing("start");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        progress.accept("a JVM that does nothing");
        double bare = median(() ->
                Launcher.time(List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-version")));
        progress.accept("YAML");
        double yaml = median(() -> launcher.seconds(List.of("run", library("first-contact.yaml"))));
        progress.accept("Groovy");
        double groovy = median(() -> launcher.seconds(List.of("run", library("first-contact.groovy"))));
        return List.of(
                new Figure("start.jvm", bare, "s", "java -version, median of " + ROUNDS),
                new Figure("start.yaml", yaml, "s", "peerlab run first-contact.yaml"),
                new Figure("start.groovy", groovy, "s", "peerlab run first-contact.groovy, compiled before"),
                new Figure("start.yaml.ratio", yaml / bare, "x", "over the bare JVM"),
                new Figure("start.groovy.ratio", groovy / bare, "x", "over the bare JVM"));
    }

    private String library(String file) {
        return home.resolve("scenarios").resolve("library").resolve(file).toString();
    }

    private static double median(DoubleSupplier command) {
        command.getAsDouble();
        return DoubleStream.generate(command).limit(ROUNDS).sorted().toArray()[ROUNDS / 2];
    }
}
