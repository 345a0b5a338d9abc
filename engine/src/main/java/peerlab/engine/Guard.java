package peerlab.engine;

import java.util.Optional;

import peerlab.engine.base.SimTime;
import peerlab.engine.kernel.Kernel;
import peerlab.engine.kernel.LimitReached;
import peerlab.engine.observe.Witnesses;
import peerlab.engine.peer.Cluster;

/**
 * Lets a run call protocols, and keeps it from going on once something went wrong: what a protocol throws and
 * limits that are reached are the failure of the run, what the engine throws is thrown on.
 */
final class Guard {

    private final String scenario;
    private final Kernel kernel;
    private final Cluster cluster;
    private final Witnesses witnesses;
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
        RunFailure caught = null;
        try {
            part.run();
        } catch (LimitReached reached) {
            caught = Blame.limit(reached, new SimTime(kernel.now()));
        } catch (Exception | StackOverflowError | AssertionError | LinkageError thrown) {
            caught = blame(thrown);
        }
        failure = failure == null ? caught : failure;
    }

    private RunFailure blame(Throwable thrown) {
        fault = thrown;
        RunFailure blamed = Blame.protocol(thrown, cluster.latest(), kernel, witnesses);
        fault = null;
        return blamed;
    }

    Optional<RunFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
