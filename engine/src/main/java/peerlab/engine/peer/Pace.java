package peerlab.engine.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.Late;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.kernel.Postponed;

/**
 * How a peer keeps up with what reaches it: messages, timers, what clients ask. While it is slow, each takes
 * its time; while it is paused, all of it waits, and comes at once when the pause is over. Nothing overtakes
 * what waits before it.
 */
public final class Pace {

    /** So much may wait for one peer. */
    public static final int MOST_WAITING = 1 << 22;

    private final PeerId peer;
    private final Kernel kernel;
    private final Deque<Late> scheduled = new ArrayDeque<>();
    private final Deque<Postponed> waiting = new ArrayDeque<>();
    private final List<Slowness> slow = new ArrayList<>();
    private int pauses;
    /** When the last of what is scheduled has its turn. */
    private long busyUntil;

    /** One reason to be slow: how long each thing takes the longer, drawn from a stream of its own. */
    public record Slowness(Distribution by, RandomSource draws) {
    }

    Pace(PeerId peer, Kernel kernel) {
        this.peer = peer;
        this.kernel = kernel;
    }

    /** Begins a pause; several may overlap, and the last to end ends them. */
    public void pause() {
        pauses++;
    }

    /** Ends a pause: what gathered has its turn at this instant, in the order in which it was due. */
    public void resume() {
        pauses--;
        while (pauses == 0 && !waiting.isEmpty()) {
            schedule(waiting.poll(), kernel.now());
        }
    }

    public boolean isPaused() {
        return pauses > 0;
    }

    public boolean isSlow() {
        return !slow.isEmpty();
    }

    public void slowDown(Slowness slowness) {
        slow.add(slowness);
    }

    public void speedUp(Slowness slowness) {
        slow.remove(slowness);
    }

    /** Keeps something for later that is due; false where it may happen at once. */
    boolean holds(Postponed due) {
        if (pauses > 0 && scheduled.isEmpty()) {
            hold(due);
            return true;
        }
        if (slow.isEmpty() && scheduled.isEmpty()) {
            return false;
        }
        long ready = kernel.now();
        for (Slowness slowness : slow) {
            ready += slowness.by().sampleNanos(slowness.draws());
        }
        schedule(due, ready);
        return true;
    }

    private void hold(Postponed due) {
        if (waiting.size() >= MOST_WAITING) {
            throw new LimitReached("waiting", "more than " + MOST_WAITING + " things wait for " + peer);
        }
        waiting.add(due);
    }

    private void schedule(Postponed due, long ready) {
        busyUntil = Math.max(busyUntil, ready);
        Late late = new Late(kernel, due, this::turn);
        scheduled.add(late);
        kernel.scheduleAt(late, busyUntil);
    }

    private void turn(Late late) {
        scheduled.remove();
        if (pauses > 0) {
            hold(late.what());
        } else {
            late.what().happenLate();
        }
    }

    /** Loses all that waits, with the peer that it waits for. */
    void lose(String reason) {
        List<Postponed> lost = new ArrayList<>();
        for (Late late : scheduled) {
            late.cancel();
            lost.add(late.what());
        }
        lost.addAll(waiting);
        scheduled.clear();
        waiting.clear();
        busyUntil = 0;
        lost.forEach(what -> what.lose(reason));
    }
}
