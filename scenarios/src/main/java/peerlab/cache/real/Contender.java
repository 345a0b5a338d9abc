package peerlab.cache.real;

import java.util.List;

/**
 * How a kind of cache did, server by server.
 *
 * @param name {@code memcached}, or the policy of the simulated ones
 * @param requests how often each server was asked
 * @param hits how often it had what was asked for
 */
public record Contender(String name, List<Long> requests, List<Long> hits) {

    public long allRequests() {
        return sum(requests);
    }

    public long allHits() {
        return sum(hits);
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
