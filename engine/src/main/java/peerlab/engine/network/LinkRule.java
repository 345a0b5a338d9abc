package peerlab.engine.network;

/**
 * One thing that the network does to messages: delay them, lose them, keep two sides apart. The rules of a
 * network are asked in order, each shaping what the ones before it left, until one drops the message.
 */
public interface LinkRule {

    void shape(Transmission message);
}
