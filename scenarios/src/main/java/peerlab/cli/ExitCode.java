package peerlab.cli;

import java.util.List;

import peerlab.engine.check.Verdict;

/** What a command says to the shell. */
enum ExitCode {
    PASS(0),
    FAIL(1),
    INCONCLUSIVE(2),
    /** The scenario, or the command line, is wrong. */
    WRONG(3),
    /** Peerlab itself is at fault. */
    FAULT(4),
    /** The runs came to an end, but the disk did not take what they should leave. */
    UNWRITTEN(4),
    /** Whoever read the output closed it before the work was done: 128 + SIGPIPE, as shells count. */
    UNREAD(141);

    private static final List<ExitCode> WORST_FIRST = List.of(
            FAULT, UNREAD, UNWRITTEN, WRONG, FAIL, INCONCLUSIVE, PASS);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    int number() {
        return number;
    }

    /** Of several runs the worst counts. */
    ExitCode and(ExitCode other) {
        return WORST_FIRST.indexOf(this) <= WORST_FIRST.indexOf(other) ? this : other;
    }
}
