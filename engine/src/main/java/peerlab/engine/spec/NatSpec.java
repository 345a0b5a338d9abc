package peerlab.engine.spec;

import peerlab.engine.base.Span;

/**
 * Peers that cannot be reached but by those whom they have called.
 *
 * @param who they are
 * @param mapping how long after its last message somebody can answer
 */
public record NatSpec(SelectorSpec who, Span mapping) {

    @Override
    public String toString() {
        return who + ", mapping " + mapping;
    }
}
