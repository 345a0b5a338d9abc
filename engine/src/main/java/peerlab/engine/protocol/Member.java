package peerlab.engine.protocol;

import peerlab.engine.base.PeerId;

/**
 * A peer as a protocol's deployment knows it before the run begins.
 *
 * @param cache what is said of its cache; nothing at all where its protocol has none
 */
public record Member(PeerId id, String group, Parameters parameters, Parameters cache) {

    /** One without a cache. */
    public Member(PeerId id, String group, Parameters parameters) {
        this(id, group, parameters, Parameters.NONE);
    }
}
