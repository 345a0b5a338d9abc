package peerlab.engine;

import java.util.Optional;

import peerlab.engine.check.Checks;
import peerlab.engine.kernel.Event;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.observe.MetricSeries;
import peerlab.engine.observe.Metrics;
import peerlab.engine.peer.Cluster;

/** How a run gets on: event by event, while those who watch see each state that an event leaves. */
final class Course {

    private final Kernel kernel;
    private final Cluster cluster;
    private final Metrics metrics;
    private final Checks checks;
    private final Snapshots snapshots;
    private final Optional<MetricSeries> series;
    private final boolean isWatchingTime;
    private boolean isStopped;
    private boolean wasAnyoneUp;

    Course(Kernel kernel, Cluster cluster, Metrics metrics, Checks checks, Snapshots snapshots,
            Optional<MetricSeries> series) {
        this.kernel = kernel;
        this.cluster = cluster;
        this.metrics = metrics;
        this.checks = checks;
        this.snapshots = snapshots;
        this.series = series;
        this.isWatchingTime = !checks.isIdle() || series.isPresent() || snapshots.isPeriodic();
    }

    /** Lets all happen that is due up to an instant, and moves on to that instant. */
    void passThrough(long instant) {
        proceed(instant, instant);
    }

    /** Lets all happen that is due before an instant, and moves on to it: what is due then is to come. */
    void reach(long instant) {
        proceed(instant - 1, instant);
    }

    private void proceed(long last, long instant) {
        begin();
        while (!isStopped) {
            long next = kernel.nextTime();
            if (next < 0 || next > last) {
                break;
            }
            happen(next);
        }
        if (!isStopped) {
            passTo(instant);
        }
        if (!isStopped) {
            kernel.passTo(instant);
        }
    }

    /** Lets the next event happen, if there is one up to an instant and the run has not stopped before it. */
    boolean step(long last) {
        begin();
        long next = kernel.nextTime();
        return !isStopped && next >= 0 && next <= last && happen(next);
    }

    /**
     * Lets something happen at this instant that somebody brings about.
     *
     * @param after what is due at this instant and was scheduled before this number happens first
     */
    void bringAbout(Event event, long number, long after) {
        begin();
        while (!isStopped && kernel.isNextBefore(after)) {
            happen(kernel.now());
        }
        if (!isStopped) {
            kernel.happenNow(event, number);
            settle();
        }
    }

    private void begin() {
        if (kernel.events() == 0) {
            checks.begin(0);
        }
    }

    /** Lets the event happen that is due at an instant, unless the run stops on the way to it. */
    private boolean happen(long due) {
        if (isWatchingTime && due > kernel.now()) {
            passTo(due);
            if (isStopped) {
                return false;
            }
        }
        boolean hasHappened = kernel.step();
        if (hasHappened) {
            settle();
        }
        return hasHappened;
    }

    /** Lets those who watch see all that an event has changed. */
    private void settle() {
        cluster.thread().requireUndisturbed();
        int touched = cluster.takeTouched();
        if (touched >= 0) {
            metrics.touched(touched);
        } else if (touched == Cluster.ALL) {
            metrics.touchedAll();
        }
        wasAnyoneUp |= cluster.up() > 0;
        if (!checks.isIdle()) {
            checks.afterEvent(kernel.now(), touched);
            isStopped = checks.isStopReached();
        }
    }

    private void passTo(long nanos) {
        checks.passTo(nanos);
        isStopped = checks.isStopReached();
        long reached = isStopped ? checks.stopNanos() : nanos;
        if (isStopped) {
            kernel.passTo(reached);
        }
        snapshots.passTo(reached);
        if (series.isPresent()) {
            series.get().passTo(reached);
        }
    }

    /** Whether the condition that ends the run has held. */
    boolean isStopped() {
        return isStopped;
    }

    /** Whether there was an event after which a peer was up. */
    boolean wasAnyoneUp() {
        return wasAnyoneUp;
    }
}
