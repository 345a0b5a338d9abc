package peerlab.engine.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import peerlab.engine.base.PeerId;

/**
 * The names of peers in quotes, as far as they are short enough to be written at once: nearly all that a
 * trace
 * of lookups consists of. Bounded by the number of peers, and by {@value #MOST} of them.
 */
final class PeerNames {

    private static final int MOST = 1 << 17;

    private PeerId[] peers = new PeerId[256];
    private long[] names = new long[peers.length];

    /** The name in quotes, filled up with zero bytes; 0 where it is too long for that. */
    long of(PeerId peer) {
        int index = peer.index();
        return index < peers.length && peers[index] == peer ? names[index] : moveIn(peer);
    }

    /** How many bytes a name has. */
    static int length(long name) {
        return Long.BYTES - (Long.numberOfLeadingZeros(name) >> 3);
    }

    private long moveIn(PeerId peer) {
        byte[] bytes = ('"' + JsonEscape.of(peer.name()) + '"').getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Long.BYTES) {
            return 0;
        }
        long name = Digits.get(Arrays.copyOf(bytes, Long.BYTES), 0);
        int index = peer.index();
        if (index < MOST) {
            if (index >= peers.length) {
                int room = Math.min(MOST, Math.max(index + 1, 2 * peers.length));
                peers = Arrays.copyOf(peers, room);
                names = Arrays.copyOf(names, room);
            }
            peers[index] = peer;
            names[index] = name;
        }
        return name;
    }
}
