package peerlab.engine.protocol;

import peerlab.engine.base.PeerId;

/**
 * A protocol that can say early what it will read when a message arrives. A run asks it shortly before the
 * message is due, for several messages one right after the other, so that the processor waits for the memory
 * of all of them together. It is for protocols with much state in a run of very many peers; others lose
 * nothing by not knowing of it.
 */
public interface Approachable {

    /**
     * Reads and changes nothing. The message may still be lost, and the state may still change before it
     * arrives.
     *
     * @return anything that depends on what was read
     */
    int approach(PeerId from, Message message);
}
