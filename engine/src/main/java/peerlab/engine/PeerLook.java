package peerlab.engine;

import java.util.List;
import java.util.Map;

import peerlab.engine.base.Offset;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.observe.View;
import peerlab.engine.peer.Peer;

/** A peer to look at: the peer itself could also send and start timers, which no observer may. */
final class PeerLook implements View.PeerView {

    private final Peer peer;
    private final Regions regions;

    PeerLook(Peer peer, Regions regions) {
        this.peer = peer;
        this.regions = regions;
    }

    @Override
    public PeerId id() {
        return peer.id();
    }

    @Override
    public String group() {
        return peer.group();
    }

    @Override
    public String region() {
        return regions.of(peer.id());
    }

    @Override
    public String protocol() {
        return peer.protocol();
    }

    @Override
    public String identity() {
        return peer.deployment().identity(peer.id());
    }

    @Override
    public boolean isUp() {
        return peer.isUp();
    }

    @Override
    public boolean hasBegun() {
        return peer.hasBegun();
    }

    @Override
    public boolean isHonest() {
        return peer.isHonest();
    }

    @Override
    public SimTime since() {
        return peer.since();
    }

    @Override
    public Map<String, Object> values() {
        return peer.values();
    }

    @Override
    public List<PeerId> neighbours() {
        return peer.neighbours();
    }

    @Override
    public boolean isPaused() {
        return peer.isPaused();
    }

    @Override
    public boolean isSlow() {
        return peer.isSlow();
    }

    @Override
    public Offset clockOffset() {
        return peer.clockOffset();
    }
}
