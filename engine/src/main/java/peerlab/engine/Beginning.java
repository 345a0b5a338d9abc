package peerlab.engine;

import java.util.List;

import peerlab.engine.kernel.Event;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;

/** All who are up from the start begin. */
final class Beginning extends Event {

    private final Cluster cluster;
    private final List<Peer> up;

    Beginning(Cluster cluster, List<Peer> up) {
        this.cluster = cluster;
        this.up = up;
    }

    @Override
    protected void happen() {
        up.forEach(cluster::start);
        cluster.touched(Cluster.ALL);
    }

    @Override
    public String toString() {
        return "starting";
    }
}
