package peerlab.cli;

import java.util.Optional;

import peerlab.reports.RunDirectoryException;

/** What the runs of one command should have left, and did not: told once, after all else is told. */
final class Losses {

    private int runs;
    private int lost;
    private Optional<RunDirectoryException> first = Optional.empty();

    /** Takes the next run. */
    void add(Ran ran) {
        runs++;
        ran.loss().ifPresent(loss -> {
            lost++;
            add(loss);
        });
    }

    void add(RunDirectoryException loss) {
        first = first.or(() -> Optional.of(loss));
    }

    /** Tells of them, and answers with the exit code that they make of the one so far. */
    ExitCode tell(Terminal terminal, ExitCode soFar) {
        if (first.isEmpty()) {
            return soFar;
        }
        String which = lost == 0 ? "" : runs == 1 ? "nothing was kept of the run: "
                : "nothing was kept of " + lost + " of " + runs + " runs: ";
        terminal.warn("peerlab: " + which + inLines(first.get()));
        return soFar.and(code(first.get()));
    }

    /** The failure and its remedy, below each other as all complaints are. */
    static String inLines(Exception failure) {
        return failure.getMessage().replaceFirst("\n *=", "\n         =");
    }

    static ExitCode code(RunDirectoryException loss) {
        return loss.isRefusal() ? ExitCode.WRONG : ExitCode.UNWRITTEN;
    }
}
