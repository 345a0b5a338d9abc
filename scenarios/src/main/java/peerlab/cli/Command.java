package peerlab.cli;

import java.io.IOException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A word after {@code peerlab}, what may stand behind it, and what it does. */
interface Command {

    /** Its name, options and help. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @throws WrongUse where what was asked for cannot be done
     */
    ExitCode run(ParseResult words, Session session) throws IOException;
}
