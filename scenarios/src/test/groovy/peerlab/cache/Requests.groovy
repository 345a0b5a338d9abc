package peerlab.cache

import peerlab.cache.policy.EvictionPolicy
import peerlab.cache.policy.NextUses
import peerlab.cache.policy.Policies
import peerlab.cache.trace.KnownFuture
import peerlab.cache.trace.Trace
import peerlab.engine.base.Bytes
import peerlab.engine.base.RandomSource

/** Requests by hand, and what came of them. */
class Requests {

    /** A policy of the catalogue with its defaults; {@code future} for those that know it. */
    static EvictionPolicy policy(String name, NextUses future = null) {
        Policies.named(name).orElseThrow().make([:], new RandomSource(1), future)
    }

    static Cache entries(String name, long count, NextUses future = null) {
        new Cache(Capacity.entries(count), policy(name, future))
    }

    static Cache bytes(String name, long count, NextUses future = null) {
        new Cache(Capacity.bytes(new Bytes(count)), policy(name, future))
    }

    /** The hits of all requests as a text of ones and zeros. */
    static String hits(Cache cache, Trace trace) {
        def hits = new StringBuilder()
        while (trace.next()) {
            hits << (cache.request(trace.key(), trace.size(), trace.nanos()) ? '1' : '0')
        }
        hits.toString()
    }

    /** The same for letters, each of which is a key and one byte long. */
    static String hits(Cache cache, String letters) {
        letters.collect { cache.request((long) (it as char), 1, 0) ? '1' : '0' }.join('')
    }

    /** The future of letters. */
    static NextUses future(String letters) {
        new KnownFuture(new Letters(letters))
    }

    /** Which of the letters are in the cache. */
    static String resident(Cache cache, String letters = 'abcdefghijklmnopqrstuvwxyz') {
        letters.findAll { cache.entryOf((long) (it as char)) >= 0 }.join('')
    }

    private static final class Letters implements Trace {

        private final String letters
        private int at = -1

        Letters(String letters) {
            this.letters = letters
        }

        @Override
        boolean next() { ++at < letters.length() }

        @Override
        long nanos() { 0 }

        @Override
        long key() { letters.charAt(at) }

        @Override
        long size() { 1 }
    }
}
