package peerlab.engine.observe;

import java.util.function.IntFunction;
import java.util.function.Supplier;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Unit;

/**
 * Follows who knows whom. The graph is measured when somebody reads it, and only if a link has changed since:
 * a peer's links are told apart by a hash over them.
 */
public final class TopologyReading implements PeerFollower {

    private final String measure;
    private final Unit unit;
    private final Supplier<Topology> topology;
    private final IntFunction<Iterable<PeerId>> neighbours;
    private final int[] hashes;
    private long version;
    private long measuredVersion = -1;
    private double value;

    /**
     * @param neighbours of a peer by index; null while it is down
     * @param topology the whole of this instant
     */
    public TopologyReading(
            String measure,
            Unit unit,
            int peers,
            IntFunction<Iterable<PeerId>> neighbours,
            Supplier<Topology> topology) {
        this.measure = measure;
        this.unit = unit;
        this.topology = topology;
        this.neighbours = neighbours;
        this.hashes = new int[peers];
        touchAll();
    }

    @Override
    public void touchAll() {
        for (int peer = 0; peer < hashes.length; peer++) {
            touch(peer);
        }
    }

    @Override
    public void touch(int peer) {
        int hash = hash(neighbours.apply(peer));
        if (hash != hashes[peer]) {
            hashes[peer] = hash;
            version++;
        }
    }

    /** The same for the same neighbours in any order. */
    private static int hash(Iterable<PeerId> known) {
        if (known == null) {
            return 0;
        }
        int hash = 1;
        for (PeerId neighbour : known) {
            int mixed = (neighbour.index() + 1) * 0x9e3779b9;
            hash += (mixed ^ mixed >>> 15) * 0x85ebca6b;
        }
        return hash;
    }

    @Override
    public double at(long nanos) {
        if (measuredVersion != version) {
            measuredVersion = version;
            value = new TopologyGraph(topology.get()).measure(measure);
        }
        return value;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Unit unit() {
        return unit;
    }
}
