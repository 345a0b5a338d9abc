package peerlab.cache.ring;

import java.util.ArrayDeque;
import java.util.Deque;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.TokenBucket;

/**
 * What a cache has to do for others, one request after another in the order in which they come. It has room
 * for so many and a pace at which it lets them in; who comes beyond either is turned away at once.
 */
final class Service {

    private static final double NANOS_OF_SECOND = 1e9;

    private final Distribution work;
    private final int room;
    private final double pace;
    /** Null where all are let in. */
    private final TokenBucket gate;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private SimTime filled = SimTime.ZERO;

    Service(RingSettings settings) {
        this.work = settings.work();
        this.room = settings.queue();
        this.pace = settings.pace();
        this.gate = pace > 0 ? new TokenBucket(settings.burst()) : null;
    }

    /** One request, and since when it is here. */
    record Job(PeerId from, Message message, SimTime since) {
    }

    /** Takes a request in; false where it is turned away. */
    boolean accept(PeerId from, Message message, Context peer) {
        if (jobs.size() > room || !lets(peer.now())) {
            return false;
        }
        jobs.add(new Job(from, message, peer.now()));
        if (jobs.size() == 1) {
            begin(peer);
        }
        return true;
    }

    private boolean lets(SimTime now) {
        if (gate == null) {
            return true;
        }
        gate.add(pace * (now.nanos() - filled.nanos()) / NANOS_OF_SECOND);
        filled = now;
        return gate.take();
    }

    private void begin(Context peer) {
        peer.startTimer(Alarm.DONE, Span.nanos(work.sampleNanos(peer.random())));
    }

    /** The request that was worked on is done, and the next one begins. */
    Job finish(Context peer) {
        Job done = jobs.remove();
        if (!jobs.isEmpty()) {
            begin(peer);
        }
        return done;
    }

    /** How many requests are here, the one that is worked on among them. */
    int length() {
        return jobs.size();
    }
}
