package peerlab.engine.network;

import peerlab.engine.base.PeerId;

/**
 * What happens to a message that has crossed the network, at the door of its receiver: it is let in later, or
 * is turned away. The doors of a network are asked in order, at the instant of arrival, until one turns the
 * message away.
 */
public interface Door {

    void admit(Arrival message);

    /** Why nothing that one peer sends reaches another at this instant; null where it does. */
    default String refusal(PeerId from, PeerId to, long nanos) {
        return null;
    }
}
