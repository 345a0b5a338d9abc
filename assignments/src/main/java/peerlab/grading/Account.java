package peerlab.grading;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Tells a student what went wrong: a condition with its values, or an exception with the student's own
 * frames.
 */
final class Account {

    private static final int MOST_FRAMES = 6;

    private final String studentPackage;

    Account(String studentPackage) {
        this.studentPackage = studentPackage + ".";
    }

    String of(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : thrown.getMessage().strip();
        if (thrown instanceof AssertionError) {
            return message.isEmpty() ? "a condition did not hold" : message;
        }
        String frames = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(studentPackage) && !isSpec(frame))
                .limit(MOST_FRAMES)
                .map(frame -> "\n  at " + frame.getClassName() + "." + frame.getMethodName()
                        + ", line " + frame.getLineNumber())
                .collect(Collectors.joining());
        return thrown.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message) + frames;
    }

    private static boolean isSpec(StackTraceElement frame) {
        return frame.getFileName() == null || frame.getFileName().endsWith(".groovy");
    }
}
