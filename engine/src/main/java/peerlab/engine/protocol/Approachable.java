package peerlab.engine.protocol;

import peerlab.engine.base.PeerId;

/**
 * A protocol that can say early what it will read when a message arrives. A run asks it shortly before the
 * message is due, for several messages one right after the other, so that the processor waits for the memory
 * of all of them together; and in steps, because what one step has read tells where the next can read on. It
 * is for protocols with much state in a run of very many peers; others lose nothing by not knowing of it.
 */
public interface Approachable {

    /**
     * Reads and changes nothing. The message may still be lost, and the state may still change before it
     * arrives, even between two steps.
     *
     * @param step 1, 2 or 3; in step 0 the run itself reads the peer and the head of the message
     * @return anything that depends on what was read
     */
    int approach(PeerId from, Message message, int step);
}
