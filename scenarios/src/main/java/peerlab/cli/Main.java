package peerlab.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import peerlab.cli.bench.Benchmarks;
import peerlab.engine.protocol.Protocols;

/** The process: {@code java peerlab.cli.Main run kademlia.groovy}. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        startWithoutGroovy();
        Terminal terminal = Terminal.ofProcess();
        Bystanders.keepApart(terminal);
        Interruption interruption = new Interruption(terminal);
        Runtime.getRuntime().addShutdownHook(
                new Thread(() -> new EarlyEnd(interruption, terminal).happen(), "interruption"));
        System.exit(new CommandLineRunner(session(terminal, interruption)).run(arguments));
    }

    /** The command-line library would start all of Groovy to see whether an option is a closure. None is. */
    static void startWithoutGroovy() {
        System.setProperty("picocli.disable.closures", "true");
    }

    static Session session(Terminal terminal, Interruption interruption) {
        return new Session(terminal, new WallPulse(), interruption, Protocols::installed, library(),
                Benchmarks.shipped(), person());
    }

    /** The launcher says whether somebody types. */
    private static Optional<BufferedReader> person() {
        boolean isTyped = List.of(System.getProperty("peerlab.terminals", "").split(",")).contains("in");
        return isTyped ? Optional.of(new BufferedReader(new InputStreamReader(System.in,
                StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** The launcher says where Peerlab lies. */
    private static Optional<Path> library() {
        return Optional.ofNullable(System.getProperty("peerlab.home"))
                .map(home -> Path.of(home, "scenarios", "library")).filter(Files::isDirectory);
    }
}
