package peerlab.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Uses most of Peerlab once, so that the JVM can keep the classes in an archive and start faster. The
 * launcher does it after a build; nothing that it runs is shown or kept.
 */
public final class Training {

    private static final String YAML = """
            scenario: Training
            params: { n: 8 }
            peers: { count: $n, run: kademlia, k: 4 }
            network: { latency: 20ms..80ms, loss: 1% }
            timeline:
              - { at: 0s, join: all, via: p1, every: 100ms }
              - { at: 2s, put: 5 keys }
              - { during: 3s..6s, get: any key, from: any peer, every: 500ms }
              - { during: 4s..5s, partition: minority }
              - { at: 5s, crash: any 30%, as: the crash }
            expect:
              - { always: buckets.largest <= 4 }
              - { settles: gets.successRate >= 1%, within: 2s, after: the crash, over: 2s }
              - { at end: gets.wrong == 1, points: 10 }
            stop: { at: 8s }
            """;

    private static final String GROOVY = """
            scenario 'Training'
            params n: 8
            peers n, run: 'kademlia', k: 4
            network {
                latency 20.ms..80.ms
                loss    1.percent
            }
            timeline {
                at(0.s)           { join all, via: 'p1', every: 100.ms }
                at(2.s)           { put keys(5) }
                during(3.s..6.s)  { get any(key), from: any(peer), every: 500.ms }
                during(4.s..5.s)  { partition minority }
                at(5.s)           { crash any(30.percent), as: 'the crash' }
            }
            expect {
                always                                              { buckets.largest <= 4 }
                settles(within: 2.s, after: 'the crash', over: 2.s) { gets.successRate >= 1.percent }
                atEnd(points: 10)                                   { gets.wrong == 1 }
            }
            stop at: 8.s
            """;

    private Training() {
    }

    public static void main(String[] arguments) throws IOException {
        Main.startWithoutGroovy();
        Path folder = Files.createTempDirectory("peerlab-training");
        try {
            Files.writeString(folder.resolve("training.yaml"), YAML);
            Files.writeString(folder.resolve("training.groovy"), GROOVY);
            Files.writeString(folder.resolve("wrong.yaml"), YAML.replace("crash:", "crsh:"));
            train(folder);
        } finally {
            remove(folder);
        }
    }

    static void train(Path folder) {
        List.of("version --json", "help run", "list protocols --verbose", "run --sede 1",
                "check training.yaml training.groovy", "run wrong.yaml", "run training.yaml --color always",
                "run training.groovy --seed 2 --set n=9", "run training.yaml training.groovy",
                "run training.yaml --json", "run training.yaml --out out --record trace,messages,snapshots",
                "trace training.groovy --around 3s --kind step").forEach(line -> run(folder, line));
    }

    /** As if somebody watched, so that the progress line is loaded too. */
    private static void run(Path folder, String line) {
        Output nowhere = new Output(OutputStream.nullOutputStream());
        Terminal terminal = new Terminal(nowhere, nowhere, false, true, Map.of(), folder);
        new CommandLineRunner(Main.session(terminal, new Interruption(terminal))).run(line.split(" "));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
