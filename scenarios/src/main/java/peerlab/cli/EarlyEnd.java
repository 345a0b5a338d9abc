package peerlab.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.engine.Culprit;

/**
 * The process ends before its work is done: somebody pressed Ctrl-C, or the code that runs in Peerlab ended
 * the JVM. The latter must not look like a pass to whoever reads the exit code.
 */
final class EarlyEnd {

    private final Interruption interruption;
    private final Terminal terminal;

    EarlyEnd(Interruption interruption, Terminal terminal) {
        this.interruption = interruption;
        this.terminal = terminal;
    }

    void happen() {
        Optional<String> culprit = interruption.isDuringWork() ? culprit(Thread.getAllStackTraces())
                : Optional.empty();
        interruption.happen();
        culprit.ifPresent(frame -> {
            terminal.warn("peerlab: the JVM was ended by " + frame
                    + "\n         = a protocol has no process to end: that is a failure");
            Runtime.getRuntime().halt(ExitCode.FAIL.number());
        });
    }

    /** Whose code waits in a call that ends the JVM; nobody's where a signal does. */
    static Optional<String> culprit(Map<Thread, StackTraceElement[]> stacks) {
        return stacks.values().stream().filter(EarlyEnd::isExiting)
                .map(stack -> Culprit.atWork(List.of(stack))).filter(frames -> !frames.isEmpty())
                .map(frames -> frames.get(0)).findFirst();
    }

    private static boolean isExiting(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                && frame.getMethodName().equals("exit"));
    }
}
