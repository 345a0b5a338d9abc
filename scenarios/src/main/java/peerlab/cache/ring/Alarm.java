package peerlab.cache.ring;

import peerlab.engine.protocol.Timer;

/** What a peer lets itself be reminded of. */
sealed interface Alarm extends Timer {

    Alarm GOSSIP = new Gossip();
    Alarm ANNOUNCE = new Announce();
    Alarm REJOIN = new Rejoin();
    Alarm HAND_OFF = new HandOff();
    Alarm DONE = new Done();
    Alarm FLUSH = new Flush();

    /** Compare whom it knows with somebody. */
    record Gossip() implements Alarm {
    }

    /** Tell everybody who has come or gone. */
    record Announce() implements Alarm {
    }

    /** Say hello once more: nobody answered. */
    record Rejoin() implements Alarm {
    }

    /** Hand over what is kept for others. */
    record HandOff() implements Alarm {
    }

    /** The request that was worked on is done. */
    record Done() implements Alarm {
    }

    /** Ask another replica as well: the first takes its time. */
    record Hedging(int number) implements Alarm {
    }

    /** Give the origin what it does not have yet. */
    record Flush() implements Alarm {
    }

    /** The origin has taken a value. */
    record Written(int number) implements Alarm {
    }

    /** The origin has answered. */
    record Fetched(int number) implements Alarm {
    }

    /** Send a value to the rest of its replicas. */
    record Lagging(int number) implements Alarm {
    }
}
