package peerlab.kademlia;

import peerlab.engine.base.PeerId;

/**
 * A peer and its id, as hooks and results name it. There is one object for each peer of a run, and it is
 * compared by identity.
 */
public final class Contact {

    final long high;
    final long middle;
    final int low;
    private final PeerId peer;
    private final Directory directory;

    /** A contact outside of any network. */
    public Contact(PeerId peer, Key id) {
        this(peer, id, null);
    }

    Contact(PeerId peer, Key id, Directory directory) {
        this.peer = peer;
        this.directory = directory;
        this.high = id.high();
        this.middle = id.middle();
        this.low = id.low();
    }

    public PeerId peer() {
        return peer;
    }

    /** Where the contacts of its network stand; null for one outside of any. */
    Directory directory() {
        return directory;
    }

    /** Its id. */
    public Key key() {
        return new Key(high, middle, low);
    }

    /** How many leading bits its id shares with another's. */
    public int prefixWith(Contact other) {
        return Key.leadingZeros(high ^ other.high, middle ^ other.middle, low ^ other.low);
    }

    /** How many leading bits its id shares with a point. */
    public int prefixWith(Key key) {
        return Key.leadingZeros(high ^ key.high(), middle ^ key.middle(), low ^ key.low());
    }

    /** The order of ids as unsigned numbers. */
    int compareIds(Contact other) {
        int order = Long.compareUnsigned(high, other.high);
        if (order == 0) {
            order = Long.compareUnsigned(middle, other.middle);
        }
        return order != 0 ? order : Integer.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return peer.name();
    }
}
