package peerlab.engine;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Postponed;
import peerlab.engine.network.Receivers;
import peerlab.engine.peer.Cluster;
import peerlab.engine.protocol.Message;

/** Brings what the network delivers to the peers: the two do not know each other. */
record Arrivals(Cluster cluster) implements Receivers {

    @Override
    public String refusal(PeerId to) {
        return cluster.refusal(to);
    }

    @Override
    public boolean holds(PeerId to, Postponed due) {
        return cluster.holds(to, due);
    }

    @Override
    public void receive(PeerId from, PeerId to, Message message) {
        cluster.receive(from, to, message);
    }

    @Override
    public int approach(PeerId from, PeerId to, Message message, int step) {
        return cluster.approach(from, to, message, step);
    }

    @Override
    public Message changed(PeerId from, Message message, RandomSource random) {
        return cluster.changed(from, message, random);
    }

    @Override
    public int size(PeerId from, Message message) {
        return cluster.size(from, message);
    }
}
