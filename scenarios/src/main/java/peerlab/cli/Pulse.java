package peerlab.cli;

import java.util.concurrent.Future;

/** The wall clock of whoever watches a run: it beats a few times a second. */
interface Pulse {

    /** Nanoseconds that have passed since some moment. */
    long nanos();

    /** Waits until the work is over, or for one beat; true when it is over. */
    boolean isOverAfterBeat(Future<?> work) throws InterruptedException;
}
