package peerlab.engine.network;

import java.util.List;

import peerlab.engine.base.PeerId;

/** Some of the peers of a run, asked for every message: a bit for each. */
public final class PeerSet {

    /** All of them. */
    public static final PeerSet EVERYBODY = new PeerSet(null);

    private final long[] bits;

    private PeerSet(long[] bits) {
        this.bits = bits;
    }

    /** @param size how many peers the run has */
    public static PeerSet of(List<PeerId> members, int size) {
        long[] bits = new long[(size + Long.SIZE - 1) / Long.SIZE];
        for (PeerId member : members) {
            bits[member.index() >> 6] |= 1L << member.index();
        }
        return new PeerSet(bits);
    }

    public boolean contains(PeerId peer) {
        return contains(peer.index());
    }

    boolean contains(int index) {
        return bits == null || (bits[index >> 6] >>> index & 1) != 0;
    }
}
