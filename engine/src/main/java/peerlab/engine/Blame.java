package peerlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.network.Undescribed;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.peer.OwnThread;
import peerlab.engine.protocol.Misuse;

/** Says what went wrong in a run that a protocol broke. */
final class Blame {

    /** Lines of what an exception says that are worth showing. */
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 500;

    private Blame() {
    }

    static RunFailure limit(LimitReached reached, SimTime at) {
        return new RunFailure(RunFailure.Kind.LIMIT, at,
                "limit '" + reached.limit() + "' reached at " + at + ": " + reached.getMessage(),
                List.of("a protocol that sends or starts timers without end does this",
                        "if the run is meant to be this large: --limit " + reached.limit() + "=N"));
    }

    /** The memory was used up while a protocol was at work; empty where the engine was alone. */
    static Optional<RunFailure> memory(OutOfMemoryError error, PeerId peer, Kernel kernel) {
        Optional<Culprit.Blamed> culprit = Culprit.of(error);
        if (culprit.isEmpty() && !Culprit.isTraceless(error)) {
            return Optional.empty();
        }
        return Optional.of(memory(
                culprit, new SimTime(kernel.now()), name(peer) + " was " + doing(kernel)));
    }

    private static RunFailure memory(Optional<Culprit.Blamed> culprit, SimTime at, String doing) {
        List<String> detail = new ArrayList<>();
        culprit.ifPresent(blamed -> blamed.frames().forEach(frame -> detail.add("at " + frame)));
        detail.add("a protocol that keeps or sends without end does this");
        detail.add("if the run is meant to need more: PEERLAB_JAVA_OPTS=-Xmx8g");
        return new RunFailure(RunFailure.Kind.LIMIT, at,
                "limit 'memory' reached at " + at + ": the " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB of the JVM were used up while " + doing, detail);
    }

    /** The verdict on what a protocol threw; empty where it was not the protocol's fault. */
    static Optional<RunFailure> protocol(
            Throwable thrown, PeerId latest, Kernel kernel, Witnesses witnesses) {
        Optional<Culprit.Blamed> culprit = Culprit.of(thrown);
        boolean isTheirs = culprit.isPresent() || thrown instanceof Misuse || thrown instanceof Undescribed
                || thrown instanceof AbstractMethodError || Culprit.isTraceless(thrown);
        if (!isTheirs) {
            return Optional.empty();
        }
        PeerId peer = latest;
        String doing = doing(kernel);
        Throwable shown = thrown;
        if (thrown instanceof Undescribed undescribed) {
            peer = undescribed.sender();
            doing = "saying what is in its " + undescribed.type();
            shown = undescribed.getCause();
        }
        shown = culprit.map(Culprit.Blamed::thrown).orElse(shown);
        List<String> frames = culprit.map(Culprit.Blamed::frames).orElse(List.of());
        SimTime at = new SimTime(kernel.now());
        if (witnesses.want(RunEvent.Kind.BROKEN) && peer != null) {
            witnesses.tell(
                    new RunEvent.Broken(at, kernel.handling(), peer, doing, nameOf(shown), frames));
        }
        return Optional.of(new RunFailure(RunFailure.Kind.PROTOCOL, at,
                name(peer) + " threw " + nameOf(shown) + " at " + at + " while " + doing,
                detail(shown, frames)));
    }

    /** The verdict on a protocol that works in a thread of its own. */
    static RunFailure intrusion(
            OwnThread.Intrusion intrusion, PeerId latest, Kernel kernel, Witnesses witnesses) {
        SimTime at = new SimTime(kernel.now());
        String doing = "working in the thread '" + intrusion.thread() + "'";
        Throwable refusal = intrusion.getCause();
        List<String> frames = Culprit.atWork(List.of(refusal.getStackTrace()));
        if (witnesses.want(RunEvent.Kind.BROKEN) && latest != null) {
            witnesses.tell(new RunEvent.Broken(
                    at, kernel.handling(), latest, doing, nameOf(refusal), frames));
        }
        return new RunFailure(RunFailure.Kind.PROTOCOL, at, name(latest)
                + " was asked for something at " + at + " while " + doing, detail(refusal, frames));
    }

    /** The verdict on a protocol that could not even be set up; empty where that was not its own fault. */
    static Optional<RunFailure> setUp(Throwable thrown, String protocol) {
        Optional<Culprit.Blamed> culprit = Culprit.of(thrown);
        boolean isTheirs = culprit.isPresent() || thrown instanceof Misuse
                || thrown instanceof AbstractMethodError || Culprit.isTraceless(thrown);
        if (!isTheirs) {
            return Optional.empty();
        }
        if (thrown instanceof OutOfMemoryError) {
            return Optional.of(memory(culprit, SimTime.ZERO, protocol + " was being set up"));
        }
        Throwable shown = culprit.map(Culprit.Blamed::thrown).orElse(thrown);
        return Optional.of(new RunFailure(RunFailure.Kind.PROTOCOL, SimTime.ZERO,
                protocol + " threw " + nameOf(shown) + " at " + SimTime.ZERO + " while being set up",
                detail(shown, culprit.map(Culprit.Blamed::frames).orElse(List.of()))));
    }

    private static String name(PeerId peer) {
        return peer == null ? "a protocol" : peer.toString();
    }

    /** What is refused reads as what it is to the one who is refused. */
    private static String nameOf(Throwable thrown) {
        String name = thrown instanceof Misuse ? IllegalArgumentException.class.getSimpleName()
                : thrown.getClass().getSimpleName();
        return name.isEmpty() ? thrown.getClass().getSuperclass().getSimpleName() : name;
    }

    private static String doing(Kernel kernel) {
        Event current = kernel.current();
        String idle = kernel.events() == 0 ? "being set up" : "being looked at";
        return current == null ? idle : current.toString();
    }

    private static List<String> detail(Throwable thrown, List<String> frames) {
        List<String> detail = new ArrayList<>();
        Culprit.messageOf(thrown).stream().flatMap(String::lines).limit(MOST_LINES).forEach(line ->
                detail.add(line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "..."));
        frames.forEach(frame -> detail.add("at " + frame));
        if (frames.isEmpty() && !(thrown instanceof Misuse)) {
            detail.add("the JVM kept no frames of it");
        }
        return detail;
    }
}
