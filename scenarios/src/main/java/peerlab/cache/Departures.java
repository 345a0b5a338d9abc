package peerlab.cache;

import peerlab.cache.policy.Removal;

/** Is told what leaves a cache, so that values kept beside it can be let go. */
@FunctionalInterface
public interface Departures {

    /** Nobody listens. */
    Departures UNHEARD = (entry, key, why) -> { };

    void gone(int entry, long key, Removal why);
}
