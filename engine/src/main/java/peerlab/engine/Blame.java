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
            throw rethrown(thrown);
        }
        SimTime at = new SimTime(kernel.now());
        Event current = kernel.current();
        String doing = current == null ? "being set up" : current.toString();
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
     * The frames between our code that called the protocol and whatever it called in turn. Our own code may stand on top,
     * where the protocol asked for something impossible: that is refused with an {@code IllegalArgumentException}.
     */
    private static List<String> framesOutside(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        boolean isRefusal = thrown instanceof IllegalArgumentException;
        if (trace.length > 0 && isOurs(trace[0]) && !isRefusal) {
            return List.of();
        }
        List<String> outside = Arrays.stream(trace)
                .dropWhile(frame -> isOurs(frame) || isPlatform(frame))
                .takeWhile(frame -> !isOurs(frame))
                .filter(frame -> !isPlatform(frame))
                .limit(MOST_FRAMES)
                .map(StackTraceElement::toString)
                .toList();
        return outside;
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith(OURS) && !frame.getClassName().startsWith(OURS + "protocol.");
    }

    private static boolean isPlatform(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith(OURS + "protocol.");
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
