package peerlab.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Witnesses;

/** Finds out whose fault an exception is: a protocol's is a verdict, ours is thrown on. */
final class Blame {

    private static final String OURS = "peerlab.engine.";
    /**
     * The JDK, the language and the libraries, the part of the engine that protocols are built with, and what
     * makes instances of a class that somebody brings along.
     */
    private static final List<String> PLATFORM = List.of(
            "java.", "javax.", "jdk.", "sun.", "groovy.", "org.codehaus.groovy.", "org.apache.groovy.",
            "org.HdrHistogram.", "org.jgrapht.", OURS + "protocol.",
            "peerlab.dsl.use.");
    /** Frames of the caller's code that are worth showing. */
    private static final int MOST_FRAMES = 12;

    private Blame() {
    }

    static RunFailure limit(LimitReached reached, SimTime at) {
        return new RunFailure(RunFailure.Kind.LIMIT, at,
                "limit '" + reached.limit() + "' reached at " + at + ": " + reached.getMessage(),
                List.of("a protocol that sends or starts timers without end does this",
                        "if the run is meant to be this large: --limit " + reached.limit() + "=N"));
    }

    /** The verdict on a protocol that threw; what our own code threw of itself is thrown again. */
    static RunFailure protocol(Throwable thrown, PeerId peer, Kernel kernel, Witnesses witnesses) {
        List<String> frames = framesOutside(thrown);
        if (frames.isEmpty()) {
            throw Blame.<RuntimeException>rethrown(thrown);
        }
        SimTime at = new SimTime(kernel.now());
        Event current = kernel.current();
        String idle = kernel.events() == 0 ? "being set up" : "being looked at";
        String doing = current == null ? idle : current.toString();
        String name = thrown.getClass().getSimpleName();
        if (witnesses.want(RunEvent.Kind.BROKEN)) {
            witnesses.tell(new RunEvent.Broken(at, kernel.handling(), peer, doing, name, frames));
        }
        List<String> detail = new ArrayList<>();
        if (thrown.getMessage() != null) {
            detail.add(thrown.getMessage());
        }
        frames.forEach(frame -> detail.add("at " + frame));
        return new RunFailure(RunFailure.Kind.PROTOCOL, at,
                peer + " threw " + name + " at " + at + " while " + doing, detail);
    }

    /**
     * The frames between our code that called the protocol and whatever it called in turn; none where our own
     * code threw of itself, where an observer did, or where what stands outside is only whoever called us.
     * Our own code may stand on top where the protocol asked for something impossible: that is refused with
     * an {@code IllegalArgumentException}.
     */
    private static List<String> framesOutside(Throwable thrown) {
        List<StackTraceElement> trace =
                Arrays.stream(thrown.getStackTrace()).filter(frame -> !isPlatform(frame)).toList();
        boolean isRefusal = thrown instanceof IllegalArgumentException
                || thrown instanceof StackOverflowError;
        int from = 0;
        while (isRefusal && from < trace.size() && isOurs(trace.get(from))) {
            from++;
        }
        int to = from;
        while (to < trace.size() && !isOurs(trace.get(to))) {
            to++;
        }
        boolean isCaller = to == trace.size() && !(thrown instanceof StackOverflowError);
        boolean isObserver = to < trace.size()
                && trace.get(to).getClassName().equals(Witnesses.class.getName());
        return isCaller || isObserver ? List.of()
                : trace.subList(from, Math.min(to, from + MOST_FRAMES)).stream()
                        .map(StackTraceElement::toString).toList();
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith(OURS);
    }

    /** What both sides stand on: it says nothing about whose fault something is. */
    private static boolean isPlatform(StackTraceElement frame) {
        return PLATFORM.stream().anyMatch(frame.getClassName()::startsWith);
    }

    /** The same exception, whatever its kind: dynamic languages throw checked ones undeclared. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException rethrown(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
