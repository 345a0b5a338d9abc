package peerlab.cli;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import peerlab.cli.bench.Benchmarks;
import peerlab.dsl.use.Classes;
import peerlab.engine.protocol.Protocols;

/**
 * What commands work with.
 *
 * @param pulse the clock of whoever watches; runs have none
 * @param protocols those that scenarios may run, looked up when first asked for
 * @param classes those that scenarios may name
 * @param library the folder of the shipped scenarios, where there is one
 * @param person who answers questions; empty where nobody sits there
 */
record Session(
        Terminal terminal, Pulse pulse, Interruption interruption, Supplier<Protocols> protocols,
        Classes classes, Optional<Path> library, Benchmarks benchmarks, Optional<BufferedReader> person) {

    Session(Terminal terminal, Pulse pulse, Interruption interruption, Supplier<Protocols> protocols,
            Optional<Path> library, Benchmarks benchmarks) {
        this(terminal, pulse, interruption, protocols, library, benchmarks, Optional.empty());
    }

    Session(Terminal terminal, Pulse pulse, Interruption interruption, Supplier<Protocols> protocols,
            Optional<Path> library, Benchmarks benchmarks, Optional<BufferedReader> person) {
        this(terminal, pulse, interruption, protocols, Classes.NONE, library, benchmarks, person);
    }

    /** The same with somebody else's classes and protocols. */
    Session with(Classes brought, Protocols all) {
        return new Session(terminal, pulse, interruption, () -> all, brought, library, benchmarks, person);
    }

    /** The same for one of several runs beside each other, which shows no progress of its own. */
    Session forOneOfMany(Interruption own) {
        Terminal quiet = new Terminal(terminal.out(), terminal.err(), terminal.outIsTerminal(), false,
                terminal.environment(), terminal.folder());
        return new Session(quiet, pulse, own, protocols, classes, library, benchmarks, person);
    }
}
