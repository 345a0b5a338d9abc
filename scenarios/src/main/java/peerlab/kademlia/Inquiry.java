package peerlab.kademlia;

import peerlab.engine.protocol.Message;

/** A question for what is close to a point, {@link FindNode} or {@link FindValue}, as a liar reads it. */
record Inquiry(int call, Key target) {

    /** The inquiry that a message is; null where it is none. */
    static Inquiry of(Message message) {
        if (message instanceof FindNode find) {
            return new Inquiry(find.call(), find.target());
        }
        return message instanceof FindValue find ? new Inquiry(find.call(), find.key()) : null;
    }
}
