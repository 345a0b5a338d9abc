package peerlab.cache.http;

import peerlab.cache.http.Head.Lifetimes;

/**
 * How old a stored response is, and how old it may be: RFC 9111, section 4.2. Times in nanoseconds of the
 * clock of the cache that stores it, but for the date, which is of the origin's.
 *
 * @param head as it arrived
 * @param requested when it was asked for
 * @param received when it arrived
 */
record Freshness(Head head, long requested, long received) {

    /** A response without a lifetime may be used for a tenth of the time since it changed: 4.2.2. */
    private static final long HEURISTIC_PART = 10;

    /** How long it is fresh; section 4.2.1, for a cache that many share. */
    long lifetime() {
        Lifetimes policy = head.policy();
        if (policy.sharedMaxAge() >= 0) {
            return policy.sharedMaxAge();
        } else if (policy.maxAge() >= 0) {
            return policy.maxAge();
        } else if (policy.expires() >= 0) {
            return policy.expires();
        }
        boolean isHeuristic = head.lastModified() >= 0 && head.lastModified() < head.date();
        return isHeuristic ? (head.date() - head.lastModified()) / HEURISTIC_PART : 0;
    }

    /** How old it is at an instant; section 4.2.3. */
    long age(long now) {
        long apparent = Math.max(0, received - head.date());
        long corrected = head.age() + received - requested;
        return Math.max(apparent, corrected) + now - received;
    }

    /** Strictly: at the end of its lifetime it is stale. */
    boolean isFresh(long now) {
        return age(now) < lifetime();
    }

    /** Whether it may be served stale while somebody asks whether it is still right; RFC 5861, section 3. */
    boolean mayServeWhileRevalidating(long now) {
        return mayServeStale(now, head.policy().whileRevalidate());
    }

    /** Whether it may be served stale because the origin fails; RFC 5861, section 4. */
    boolean mayServeOnError(long now) {
        return mayServeStale(now, head.policy().ifError());
    }

    private boolean mayServeStale(long now, long grace) {
        return !head.policy().mustRevalidate() && grace >= 0 && age(now) - lifetime() < grace;
    }

    /** The same response, found to be still right. */
    Freshness validated(Head answer, long asked, long answered) {
        return new Freshness(new Head(answer.date(), answer.age(), head.etag(), head.lastModified(),
                head.vary(), answer.policy()), asked, answered);
    }
}
