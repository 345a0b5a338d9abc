package peerlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is kept of a fault of Peerlab itself: the stack trace in a file, one friendly line on the terminal.
 * The file says what was asked for and how far it had come. It holds nothing of the scenario but its name
 * and parameters, nothing of the environment, and not the name of the user's home folder.
 */
final class CrashReport {

    /** So many reports may lie in one folder. */
    private static final int MOST = 1000;
    private static final String NO_FAULT_OF_YOURS =
            "peerlab: this is a fault of Peerlab, not of your scenario: ";

    private final Terminal terminal;
    private final Version version;

    CrashReport(Terminal terminal, Version version) {
        this.terminal = terminal;
        this.version = version;
    }

    /**
     * Writes the report, and answers with what to tell the user.
     *
     * @param circumstances which run it was, where there was one
     */
    String write(Throwable fault, String circumstances, List<String> arguments) {
        String text = text(fault, circumstances, arguments);
        for (Path folder : List.of(terminal.folder(), Path.of(System.getProperty("java.io.tmpdir")))) {
            try {
                Path file = writeInto(folder, text);
                return NO_FAULT_OF_YOURS + nameOf(fault) + "\n"
                        + "         = please report it, with the scenario and the file " + file;
            } catch (IOException e) {
                // the next folder may take it
            }
        }
        return NO_FAULT_OF_YOURS + nameOf(fault) + "\n"
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

    /** What was thrown, on one line: {@code IllegalStateException, the queue lost 3}. */
    static String nameOf(Throwable fault) {
        return fault.getClass().getSimpleName()
                + (fault.getMessage() == null ? "" : ", " + firstLine(fault.getMessage()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private String text(Throwable fault, String circumstances, List<String> arguments) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        Runtime runtime = Runtime.getRuntime();
        String text = "Peerlab met a fault of its own. "
                + "Please report it: this file, and the scenario that ran.\n\n"
                + "Peerlab    " + version.peerlab() + "\n"
                + "Java       " + version.java() + " (" + version.vm() + ")\n"
                + "system     " + version.system() + ", " + runtime.availableProcessors() + " processors, "
                + (runtime.maxMemory() >> 20) + " MiB at most\n"
                + "again      peerlab " + arguments.stream().map(CrashReport::word)
                        .collect(Collectors.joining(" ")) + "\n"
                + circumstances + "\n"
                + trace.toString().replace(System.lineSeparator(), "\n");
        return withoutHome(text);
    }

    /** A word of a command line, in quotes where a shell would take it apart. */
    private static String word(String argument) {
        return argument.matches("[\\p{L}\\p{N}_./=,:%+@^~-]+") ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }

    private String withoutHome(String text) {
        boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String home = terminal.environment().getOrDefault(isWindows ? "USERPROFILE" : "HOME", "");
        boolean isFolder = home.length() > 1;
        return isFolder ? text.replace(home, "~") : text;
    }
}
