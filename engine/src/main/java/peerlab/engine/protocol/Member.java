package peerlab.engine.protocol;

import peerlab.engine.base.PeerId;

/** A peer as a protocol's deployment knows it before the run begins. */
public record Member(PeerId id, String group, Parameters parameters) {
}
