package peerlab.cli;

import java.io.IOException;
import java.nio.file.Path;

import peerlab.dsl.Loaded;
import peerlab.engine.RunResult;

/** What is told of the runs of one command. */
interface Account {

    /** A file is wrong, and nothing of it was run. */
    void refused(Path file, Loaded loaded) throws IOException;

    void ran(RunResult result) throws IOException;

    /** All is told. */
    void end();
}
