package peerlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What is kept of a fault of Peerlab itself: the stack trace in a file, one friendly line on the terminal.
 */
final class CrashReport {

    /** So many reports may lie in one folder. */
    private static final int MOST = 1000;

    private final Terminal terminal;
    private final Version version;

    CrashReport(Terminal terminal, Version version) {
        this.terminal = terminal;
        this.version = version;
    }

    /** Writes the report, and answers with what to tell the user. */
    String write(Throwable fault, List<String> arguments) {
        String text = text(fault, arguments);
        for (Path folder : List.of(terminal.folder(), Path.of(System.getProperty("java.io.tmpdir")))) {
            try {
                Path file = writeInto(folder, text);
                return "peerlab: this is a fault of Peerlab, not of your scenario: " + nameOf(fault) + "\n"
                        + "         = please report it, with the scenario and the file " + file;
            } catch (IOException e) {
                // the next folder may take it
            }
        }
        return "peerlab: this is a fault of Peerlab, not of your scenario: " + nameOf(fault) + "\n"
                + "         = please report it; no folder takes a report, --debug shows the details here";
    }

    private static Path writeInto(Path folder, String text) throws IOException {
        for (int number = 1; number <= MOST; number++) {
            Path file = folder.resolve("peerlab-crash-" + number + ".txt");
            try {
                return Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // an earlier report keeps its name
            }
        }
        throw new IOException(folder + " has " + MOST + " reports");
    }

    private static String nameOf(Throwable fault) {
        return fault.getClass().getSimpleName()
                + (fault.getMessage() == null ? "" : ", " + firstLine(fault.getMessage()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private String text(Throwable fault, List<String> arguments) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return "Peerlab " + version.peerlab() + "\n"
                + "Java " + version.java() + " (" + version.vm() + ")\n"
                + version.system() + "\n"
                + "peerlab " + String.join(" ", arguments) + "\n\n"
                + trace.toString().replace(System.lineSeparator(), "\n");
    }
}
