package peerlab.engine;

import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.OwnThread;

/**
 * Lets a run call protocols, and keeps it from going on once something went wrong: what a protocol throws and
 * limits that are reached are the failure of the run, what the engine throws is thrown on.
 */
final class Guard {

    /** So much is set aside, to have room for a verdict when the memory is used up. */
    private static final int RESERVE_BYTES = 4 << 20;

    private final String scenario;
    private final Kernel kernel;
    private final Cluster cluster;
    private final Witnesses witnesses;
    private byte[] reserve = new byte[RESERVE_BYTES];
    private RunFailure failure;
    private Throwable fault;

    /** @param scenario the id of what runs */
    Guard(String scenario, Kernel kernel, Cluster cluster, Witnesses witnesses) {
        this.scenario = scenario;
        this.kernel = kernel;
        this.cluster = cluster;
        this.witnesses = witnesses;
    }

    /** Does something unless the run has failed. */
    void whileSound(Runnable part) {
        if (failure == null) {
            attempt(part);
        }
    }

    /** Does something even in a run that has failed; of several failures the first is the one that counts. */
    void attempt(Runnable part) {
        if (fault != null) {
            throw new IllegalStateException("the run of '" + scenario
                    + "' broke off, which was not the fault of what it runs", fault);
        }
        cluster.thread().enter();
        try {
            part.run();
            cluster.thread().requireUndisturbed();
        } catch (LimitReached reached) {
            fail(reached, Optional.of(Blame.limit(reached, new SimTime(kernel.now()))));
        } catch (OutOfMemoryError error) {
            makeRoom();
            fail(error, Blame.memory(error, cluster.latest(), kernel));
        } catch (OwnThread.Intrusion intrusion) {
            fail(intrusion, Optional.of(Blame.intrusion(intrusion, cluster.latest(), kernel, witnesses)));
        } catch (Exception | Error thrown) {
            fault = thrown;
            Optional<RunFailure> verdict = Blame.protocol(thrown, cluster.latest(), kernel, witnesses);
            fault = null;
            fail(thrown, verdict);
        }
    }

    private void fail(Throwable thrown, Optional<RunFailure> verdict) {
        if (verdict.isEmpty()) {
            fault = thrown;
            throw Guard.<RuntimeException>asItIs(thrown);
        }
        failure = failure == null ? verdict.get() : failure;
    }

    /** Lets go of all that the run has gathered: what is left to do is to say why. */
    private void makeRoom() {
        reserve = null;
        kernel.forget();
        cluster.forget();
    }

    /** The same throwable, whatever its kind: dynamic languages throw checked ones undeclared. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Why the run failed, if it did. */
    Optional<RunFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
