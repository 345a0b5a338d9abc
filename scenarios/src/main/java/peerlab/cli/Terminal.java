package peerlab.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.groovy.CacheFolder;

/**
 * What surrounds a command: where it writes, what it may know of the world, and the folder that it was
 * called in.
 *
 * @param outIsTerminal whether a person watches the output, so that colours are worth it
 * @param errIsTerminal whether a person watches the errors, so that a progress line is worth it
 * @param folder what relative paths are relative to
 */
record Terminal(
        Output out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal,
        Map<String, String> environment, Path folder) {

    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 20;

    /** Of this process. The launcher knows which streams are terminals; without it they count as none. */
    static Terminal ofProcess() {
        List<String> terminals = List.of(System.getProperty("peerlab.terminals", "").split(","));
        return new Terminal(
                utf8(FileDescriptor.out), utf8(FileDescriptor.err), terminals.contains("out"),
                terminals.contains("err"), System.getenv(), Path.of(""));
    }

    private static Output utf8(FileDescriptor descriptor) {
        return new Output(new BufferedOutputStream(new FileOutputStream(descriptor)));
    }

    /** A line of output; the same end on every system. */
    void say(String line) {
        out.print(line + "\n");
    }

    /** A line for whoever watches, after all the output before it. */
    void warn(String line) {
        out.flush();
        err.print(line + "\n");
        err.flush();
    }

    /** What is wrong, and below it the remedy. */
    void complain(WrongUse wrong) {
        warn("peerlab: " + wrong.getMessage());
        wrong.remedy().ifPresent(remedy -> warn("         = " + remedy));
    }

    /** True once whoever read the output has gone: {@code | head}. */
    boolean isUnread() {
        return out.checkError();
    }

    /** A path as the user wrote it. */
    Path path(String written) {
        try {
            return folder.resolve(written);
        } catch (InvalidPathException e) {
            throw new WrongUse("'" + written + "' is not the name of a file", "check the characters in it");
        }
    }

    /** Where scripts that were read once are kept for the next start; nowhere without a home folder. */
    Optional<Path> scriptCache() {
        return CacheFolder.usual(environment, environment.getOrDefault("HOME",
                environment.get("USERPROFILE")));
    }

    int width() {
        try {
            return Math.max(NARROWEST,
                    Integer.parseInt(environment.getOrDefault("COLUMNS", "" + USUAL_WIDTH)));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    /**
     * Whether the output is coloured.
     *
     * @param wish auto, always or never; a wish on the command line outweighs the environment
     */
    boolean isColoured(String wish) {
        return switch (wish) {
            case "always" -> true;
            case "never" -> false;
            default -> isSet("NO_COLOR") || "0".equals(environment.get("CLICOLOR")) ? false
                    : isSet("CLICOLOR_FORCE") && !"0".equals(environment.get("CLICOLOR_FORCE"))
                    || outIsTerminal && !"dumb".equals(environment.get("TERM"));
        };
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
