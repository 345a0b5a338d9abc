package peerlab.kademlia;

import peerlab.engine.protocol.Timer;

/** The timers of a Kademlia peer, beside the one of its open requests. */
sealed interface Alarm extends Timer {

    Refresh REFRESH = new Refresh();
    Upkeep UPKEEP = new Upkeep();
    Rejoin REJOIN = new Rejoin();

    /** A bucket may be due for a refresh. */
    record Refresh() implements Alarm {
    }

    /** A value may be due for republishing or expiry. */
    record Upkeep() implements Alarm {
    }

    /** Nobody answered when the peer joined: it tries again. */
    record Rejoin() implements Alarm {
    }
}
