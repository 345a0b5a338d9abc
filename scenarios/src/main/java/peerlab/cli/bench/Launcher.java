package peerlab.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands as somebody types them, timed by the clock from the shell. */
final class Launcher {

    private final Path script;

    /** @param home the folder of the launcher */
    Launcher(Path home) {
        this.script = home.resolve("peerlab");
    }

    boolean isThere() {
        return Files.isExecutable(script);
    }

    /** What a benchmark has to say where it is not. */
    List<Figure> missing(String figure) {
        return List.of(new Figure(figure, Double.NaN, "s",
                "not measured: there is no launcher in " + script.getParent()));
    }

    /** How long {@code peerlab} takes with these arguments. */
    double seconds(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        return time(command);
    }

    /** How long a command takes, until it has ended. */
    static double time(List<String> command) {
        try {
            long began = System.nanoTime();
            Process process = new ProcessBuilder(command)
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
