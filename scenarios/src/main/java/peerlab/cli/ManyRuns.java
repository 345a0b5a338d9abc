package peerlab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;


/**
 * Runs of one scenario beside each other. Each of them has a thread to itself, and what is told of them is
 * told in their order.
 */
final class ManyRuns {

    private final Session session;
    private final int jobs;

    ManyRuns(Session session, int jobs) {
        this.session = session;
        this.jobs = jobs;
    }

    /** One run, in the session that it is given. */
    interface One {
        Ran in(Session session) throws IOException;
    }

    /** Takes the result of a run; false where the others are not wanted any more. */
    interface Teller {
        boolean tell(int index, Ran result) throws IOException;
    }

    /** Runs all of them, and tells of each as soon as those before it are told. */
    void run(String name, List<One> all, Teller teller) throws IOException {
        List<Interruption> open = new ArrayList<>();
        all.forEach(one -> open.add(new Interruption(session.terminal())));
        session.interruption().during(name, () -> open.forEach(Interruption::tidy));
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(jobs, all.size()), work -> {
            Thread thread = new Thread(work, "runs");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Ran>> results = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                One one = all.get(i);
                Session own = session.forOneOfMany(open.get(i));
                results.add(threads.submit((Callable<Ran>) () -> one.in(own)));
            }
            boolean isWanted = true;
            for (int i = 0; i < all.size() && isWanted; i++) {
                isWanted = teller.tell(i, result(results.set(i, null)));
            }
        } finally {
            threads.shutdownNow();
            session.interruption().over();
        }
    }

    private static Ran result(Future<Ran> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were going on", e);
        } catch (ExecutionException e) {
            throw ManyRuns.<RuntimeException>asItIs(e.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
