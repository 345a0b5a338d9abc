package peerlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import peerlab.dsl.Loaded;
import peerlab.engine.RunResult;

/** What is told of the runs of one command. */
interface Account {

    /** A file is wrong, and nothing of it was run. */
    void refused(Path file, Loaded loaded) throws IOException;

    void ran(RunResult result) throws IOException;

    /** What several runs of one scenario came to beside each other; nothing where nobody asked. */
    default void compared(List<String> table) {
        // of one run there is nothing to compare
    }

    /** All is told. */
    void end();
}
