package peerlab.cache.ring;

import java.util.List;

import peerlab.engine.base.PeerId;

/** What a cache ring answers to a client: the result, and how it came about. */
sealed interface Answer {

    /**
     * A value.
     *
     * @param from who had it; null for the origin
     * @param asked how many peers were asked for it
     */
    record Read(Item item, PeerId from, int asked) implements Answer {
    }

    /** A put that as many peers have confirmed as it needs. */
    record Written(int copies) implements Answer {
    }

    /**
     * No value, or no put.
     *
     * @param why the rest of the sentence
     * @param asked whom the peer asked, in order
     * @param silent who of them did not answer in time
     */
    record Failed(Trouble trouble, String why, PeerId asker, CacheKey key, List<PeerId> asked,
            List<PeerId> silent) implements Answer {

        String sentence() {
            return why.isEmpty() ? trouble.word() : trouble.word() + ": " + why;
        }
    }
}
