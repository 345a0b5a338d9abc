package peerlab.cache;

import java.util.List;

import peerlab.cache.trace.Trace;

/**
 * Sends the requests of a trace through several caches, each of which sees them all. The trace is read once
 * and in blocks, so that a long one takes no more memory than a short one.
 */
public final class TraceReplay {

    private static final int BLOCK = 1 << 13;

    private final List<Cache> caches;
    private final long[] keys = new long[BLOCK];
    private final long[] sizes = new long[BLOCK];
    private final long[] times = new long[BLOCK];
    private final boolean[] puts = new boolean[BLOCK];
    private long requests;

    public TraceReplay(List<Cache> caches) {
        this.caches = List.copyOf(caches);
    }

    /**
     * A policy threw something.
     */
    public static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int cache;
        private final long request;

        Failure(int cache, long request, Throwable cause) {
            super(cause);
            this.cache = cache;
            this.request = request;
        }

        /** Which of the caches it works for, from 0. */
        public int cache() {
            return cache;
        }

        /** At which request, from 1. */
        public long request() {
            return request;
        }
    }

    /**
     * Reads the trace to its end.
     *
     * @return how many requests there were, puts among them
     * @throws Failure where a policy throws
     */
    public long run(Trace trace) {
        int count = fill(trace);
        while (count > 0) {
            for (int i = 0; i < caches.size(); i++) {
                send(i, count);
            }
            requests += count;
            count = fill(trace);
        }
        return requests;
    }

    private int fill(Trace trace) {
        int count = 0;
        while (count < BLOCK && trace.next()) {
            keys[count] = trace.key();
            sizes[count] = trace.size();
            times[count] = trace.nanos();
            puts[count++] = trace.isPut();
        }
        return count;
    }

    private void send(int index, int count) {
        Cache cache = caches.get(index);
        int at = 0;
        try {
            for (; at < count; at++) {
                if (puts[at]) {
                    cache.put(keys[at], sizes[at], times[at]);
                } else {
                    cache.request(keys[at], sizes[at], times[at]);
                }
            }
        } catch (RuntimeException | StackOverflowError thrown) {
            throw new Failure(index, requests + at + 1, thrown);
        }
    }
}
