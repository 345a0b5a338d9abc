package peerlab.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import peerlab.engine.observe.Witnesses;
import peerlab.engine.protocol.Misuse;

/**
 * Tells by its stack whose fault a throwable is: that of code which runs in Peerlab, a protocol or a hook, or
 * that of Peerlab itself and whoever calls it.
 *
 * <p>The code on top of the stack is at fault, leaving out what both sides stand on: the JDK, the language,
 * the values and tools that protocols are built with, and what makes instances of a class that somebody
 * brings along. Peerlab's own code may stand on top of a protocol that asked for something impossible
 * ({@link Misuse}), that recursed without end, or that used up the memory.
 */
public final class Culprit {

    private static final String ENGINE = "peerlab.engine.";
    private static final List<String> OURS = List.of(
            ENGINE, "peerlab.dsl.", "peerlab.reports.", "peerlab.cli.", "peerlab.grading.");
    private static final List<String> PLATFORM = List.of(
            "java.", "javax.", "jdk.", "sun.", "groovy.", "org.codehaus.groovy.", "org.apache.groovy.",
            "groovyjarjar", "org.yaml.snakeyaml.", "de.siegmar.fastcsv.", "com.fasterxml.jackson.",
            "org.HdrHistogram.", "org.jgrapht.", ENGINE + "protocol.", ENGINE + "base.",
            "peerlab.dsl.use.");
    /** Frames of somebody's code that are worth showing. */
    private static final int MOST_FRAMES = 12;
    /** The JVM keeps so many frames, the topmost; where there are as many, the caller may be missing. */
    private static final int DEEPEST = 1024;
    /** So deep is no call of ours that comes to an end: more frames on top are an endless one of our own. */
    private static final int DEEPEST_OF_OURS = 100;
    /** A cause of a cause of a cause: more are not followed, and a circle of them ends. */
    private static final int MOST_CAUSES = 10;

    private Culprit() {
    }

    /** A throwable with the frames of the code that is at fault, the innermost first. */
    public record Blamed(Throwable thrown, List<String> frames) {
    }

    /**
     * The throwable of a chain of causes that somebody's code threw, nearest to its root; empty where the
     * whole chain is Peerlab's, or of the code that called it.
     */
    public static Optional<Blamed> of(Throwable thrown) {
        Optional<Blamed> found = Optional.empty();
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < MOST_CAUSES; depth++) {
            List<String> frames = frames(next);
            if (!frames.isEmpty()) {
                found = Optional.of(new Blamed(next, frames));
            }
            next = causeOf(next);
        }
        return found;
    }

    /**
     * Whether there is nothing to judge by: the JVM leaves out the stack of what is thrown very often, and of
     * memory that is used up; and of an endless recursion it may keep none but frames that both sides share.
     */
    static boolean isTraceless(Throwable thrown) {
        return Arrays.stream(traceOf(thrown)).allMatch(Culprit::isPlatform);
    }

    /** The message as far as there is one that can be had. */
    static Optional<String> messageOf(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getMessage());
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return Optional.empty();
        }
    }

    private static List<String> frames(Throwable thrown) {
        StackTraceElement[] all = traceOf(thrown);
        List<StackTraceElement> trace = Arrays.stream(all).filter(frame -> !isPlatform(frame)).toList();
        boolean mayStandBelow = thrown instanceof StackOverflowError || thrown instanceof Misuse
                || thrown instanceof OutOfMemoryError;
        int from = 0;
        while (mayStandBelow && from < trace.size() && isOurs(trace.get(from))) {
            from++;
        }
        if (thrown instanceof StackOverflowError && from > DEEPEST_OF_OURS) {
            return List.of();
        }
        int to = from;
        while (to < trace.size() && !isOurs(trace.get(to))) {
            to++;
        }
        boolean isCaller = to == trace.size() && all.length < DEEPEST;
        boolean isObserver = to < trace.size()
                && trace.get(to).getClassName().equals(Witnesses.class.getName());
        if (isCaller || isObserver) {
            return List.of();
        }
        return trace.subList(from, to).stream().limit(MOST_FRAMES).map(Culprit::text).toList();
    }

    /**
     * The frames of somebody's code that is at work and does not come to an end, the innermost first; none
     * where Peerlab is alone at work.
     */
    public static List<String> atWork(List<StackTraceElement> stack) {
        List<StackTraceElement> trace = stack.stream().filter(frame -> !isPlatform(frame))
                .dropWhile(Culprit::isOurs).toList();
        return trace.stream().takeWhile(frame -> !isOurs(frame)).limit(MOST_FRAMES).map(Culprit::text)
                .toList();
    }

    /** Without the names of modules and class loaders, which say nothing to the one who wrote the code. */
    private static String text(StackTraceElement frame) {
        String place = frame.getFileName() == null ? "no source"
                : frame.getLineNumber() < 0 ? frame.getFileName()
                : frame.getFileName() + ":" + frame.getLineNumber();
        return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
    }

    /** Its own methods may be overridden by whoever is to be judged. */
    private static StackTraceElement[] traceOf(Throwable thrown) {
        try {
            StackTraceElement[] trace = thrown.getStackTrace();
            return trace == null ? new StackTraceElement[0] : trace;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return new StackTraceElement[0];
        }
    }

    private static Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return null;
        }
    }

    private static boolean isOurs(StackTraceElement frame) {
        return OURS.stream().anyMatch(frame.getClassName()::startsWith);
    }

    private static boolean isPlatform(StackTraceElement frame) {
        return PLATFORM.stream().anyMatch(frame.getClassName()::startsWith);
    }
}
