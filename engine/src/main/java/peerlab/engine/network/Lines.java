package peerlab.engine.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.Bytes;
import peerlab.engine.base.PeerId;

/** The lines of all peers in one direction. A peer without a line sends and receives at any rate. */
public final class Lines {

    private final Supplier<Line> maker;
    private Line[] lines = {};

    Lines(Supplier<Line> maker) {
        this.maker = maker;
    }

    /** A peer's line; null where nothing holds it up. */
    Line of(PeerId peer) {
        return peer.index() < lines.length ? lines[peer.index()] : null;
    }

    /** Lets a peer's line carry no more than this; of several limits the least counts. */
    public void limit(PeerId peer, Bandwidth rate) {
        line(peer).limit(rate);
    }

    /** Takes a limit away. */
    public void release(PeerId peer, Bandwidth rate) {
        Line line = line(peer);
        line.release(rate);
        if (line.isFree()) {
            lines[peer.index()] = null;
        }
    }

    /** Lets no more wait for a peer's line than this. */
    public void keep(PeerId peer, Bytes most) {
        line(peer).keep(most.count());
    }

    private Line line(PeerId peer) {
        int index = peer.index();
        if (index >= lines.length) {
            lines = Arrays.copyOf(lines, Math.max(2 * lines.length, index + 1));
        }
        if (lines[index] == null) {
            lines[index] = maker.get();
        }
        return lines[index];
    }

    /** Empties a peer's line, and says what was on it. */
    List<Delivery> clear(PeerId peer) {
        Line line = of(peer);
        return line == null ? List.of() : line.clear();
    }
}
