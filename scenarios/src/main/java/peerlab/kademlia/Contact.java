package peerlab.kademlia;

import peerlab.engine.base.PeerId;

/**
 * A peer and its id, as routing tables and answers hold it. There is one object for each peer of a run:
 * it is compared by identity, and a thousand tables that know a peer cost a thousand references.
 */
public final class Contact {

    final long high;
    final long middle;
    final int low;
    private final PeerId peer;

    public Contact(PeerId peer, Key id) {
        this.peer = peer;
        this.high = id.high();
        this.middle = id.middle();
        this.low = id.low();
    }

    public PeerId peer() {
        return peer;
    }

    /** Its id. */
    public Key key() {
        return new Key(high, middle, low);
    }

    /** How many leading bits its id shares with another's. */
    public int prefixWith(Contact other) {
        return prefix(high ^ other.high, middle ^ other.middle, low ^ other.low);
    }

    /** How many leading bits its id shares with a point. */
    public int prefixWith(Key key) {
        return prefix(high ^ key.high(), middle ^ key.middle(), low ^ key.low());
    }

    /** The order of ids as unsigned numbers. */
    int compareIds(Contact other) {
        int order = Long.compareUnsigned(high, other.high);
        if (order == 0) {
            order = Long.compareUnsigned(middle, other.middle);
        }
        return order != 0 ? order : Integer.compareUnsigned(low, other.low);
    }

    private static int prefix(long high, long middle, int low) {
        if (high != 0) {
            return Long.numberOfLeadingZeros(high);
        }
        return middle != 0
                ? 64 + Long.numberOfLeadingZeros(middle)
                : 128 + Integer.numberOfLeadingZeros(low);
    }

    @Override
    public String toString() {
        return peer.name();
    }
}
