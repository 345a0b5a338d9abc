package peerlab.kademlia;

import peerlab.engine.base.PeerId;

/** What Kademlia answers to a client: the result, and how it came about. */
public sealed interface Answer {

    Findings findings();

    /** The closest peers to a key. */
    record Located(Findings findings) implements Answer {
    }

    /**
     * A value.
     *
     * @param from who had it
     * @param hops the depth of that peer; 0 where the asker had it
     */
    record Read(Object value, PeerId from, int hops, Findings findings) implements Answer {
    }

    /** No value: all of the closest said so or said nothing. */
    record NotFound(Findings findings) implements Answer {
    }

    /**
     * How many peers have confirmed that they hold the value, the writer among them where it is one of
     * the closest.
     */
    record Written(int holders, Findings findings) implements Answer {
    }
}
