package peerlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a text to a file that is not there yet, or that may be replaced. */
final class NewFile {

    private final Terminal terminal;
    private final boolean mayReplace;

    NewFile(Terminal terminal, boolean mayReplace) {
        this.terminal = terminal;
        this.mayReplace = mayReplace;
    }

    /** Complains where it is there already. */
    void requireAbsent(String written) {
        Path path = terminal.path(written);
        if (Files.isDirectory(path)) {
            throw new WrongUse("'" + written + "' is a folder", "name a file in it");
        }
        if (Files.exists(path) && !mayReplace) {
            throw new WrongUse("there is a file '" + written + "' already", "--force replaces it");
        }
    }

    void write(String written, String text) {
        requireAbsent(written);
        try {
            Files.writeString(terminal.path(written), text);
        } catch (IOException e) {
            throw new WrongUse("'" + written + "' cannot be written",
                    "check that its folder exists, and its permissions");
        }
    }
}
