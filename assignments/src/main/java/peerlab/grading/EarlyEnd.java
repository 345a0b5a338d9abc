package peerlab.grading;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import peerlab.engine.Culprit;

/** Words what a student reads where the process was ended before anything could be graded. */
final class EarlyEnd {

    private EarlyEnd() {
    }

    static String sentence(Collection<StackTraceElement[]> stacks) {
        return "nothing was graded: " + culprit(stacks).map(frame -> "the process was ended by " + frame)
                .orElse("the process was ended before the sheet was written")
                + "\n     = take System.exit out of your code, and grade again";
    }

    /** Whose code waits in a call that ends the JVM; nobody's where a signal does. */
    private static Optional<String> culprit(Collection<StackTraceElement[]> stacks) {
        return stacks.stream().filter(EarlyEnd::isExiting)
                .flatMap(stack -> Culprit.atWork(List.of(stack)).stream()).findFirst();
    }

    private static boolean isExiting(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                && frame.getMethodName().equals("exit"));
    }
}
