package peerlab.cli

import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.util.function.Supplier

import com.fasterxml.jackson.databind.ObjectMapper

import peerlab.cli.bench.Benchmarks
import peerlab.engine.protocol.Protocols

/** Runs command lines in this process, as a terminal would: what they said, and the exit code. */
final class Shell {

    final Path folder
    Map<String, String> environment = [:]
    boolean outIsTerminal = false
    boolean errIsTerminal = false
    Path library = null
    Pulse pulse = new WallPulse()
    Supplier<Protocols> protocols = { Protocols.installed() }
    Benchmarks benchmarks = Benchmarks.shipped()
    OutputStream sink = new ByteArrayOutputStream()
    Interruption interruption
    BufferedReader person = null

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream()

    Shell(Path folder) {
        this.folder = folder
    }

    /** The exit code, the output and the errors; the folder of the test reads as "~". */
    record Answer(int code, String out, String err) {

        /** The output, read as one JSON document. */
        Map<String, Object> json() {
            return new ObjectMapper().readValue(out, Map)
        }
    }

    Answer call(String line) {
        return run(line.isEmpty() ? [] : line.split(' ') as List)
    }

    Answer run(List<String> arguments) {
        if (sink instanceof ByteArrayOutputStream) {
            sink.reset()
        }
        errors.reset()
        int code = new CommandLineRunner(session()).run(arguments as String[])
        return new Answer(code, plain(sink.toString()), plain(errors.toString(StandardCharsets.UTF_8)))
    }

    Session session() {
        def terminal = terminal()
        interruption = new Interruption(terminal)
        return new Session(terminal, pulse, interruption, protocols, Optional.ofNullable(library), benchmarks,
                Optional.ofNullable(person))
    }

    Terminal terminal() {
        return new Terminal(
                new Output(sink), new PrintStream(errors, true, 'UTF-8'),
                outIsTerminal, errIsTerminal, environment, folder)
    }

    String errors() {
        return plain(errors.toString(StandardCharsets.UTF_8))
    }

    private String plain(String text) {
        return text.replace(folder.toString(), '~')
    }

    /** A file in the folder. */
    Path file(String name, String text) {
        def file = folder.resolve(name)
        file.parent.toFile().mkdirs()
        file.toFile().setText(text, 'UTF-8')
        return file
    }
}
