package peerlab.engine.peer;

import peerlab.engine.protocol.Misuse;

/**
 * The thread in which a run takes place. What a protocol asks for from another one would happen at an instant
 * that no seed decides: it is refused there, and is the verdict on the run.
 */
public final class OwnThread {

    private Thread own = Thread.currentThread();
    private volatile Intrusion intrusion;

    /** The run goes on in the thread that says so. */
    public void enter() {
        own = Thread.currentThread();
    }

    /** Refuses what is asked from another thread. */
    void require() {
        if (Thread.currentThread() != own) {
            refuse();
        }
    }

    private void refuse() {
        Misuse refusal = new Misuse("a protocol acts in the calls that it is given");
        intrusion = new Intrusion(Thread.currentThread().getName(), refusal);
        throw refusal;
    }

    /**
     * Lets the run go on if nobody else has meddled with it.
     *
     * @throws Intrusion where somebody has
     */
    public void requireUndisturbed() {
        Intrusion latest = intrusion;
        if (latest != null) {
            intrusion = null;
            throw latest;
        }
    }

    /** Somebody has meddled with the run. */
    public static final class Intrusion extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String thread;

        Intrusion(String thread, Misuse refusal) {
            super(refusal);
            this.thread = thread;
        }

        /** The name of the thread that did. */
        public String thread() {
            return thread;
        }
    }
}
