package peerlab.engine.network;

/**
 * What happens to a message that has crossed the network, at the door of its receiver: it queues for a narrow
 * line, or is turned away. The doors of a network are asked in order, at the instant of arrival, until one
 * turns the message away.
 */
public interface Door {

    void admit(Arrival message);
}
