package peerlab.cache.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Calls;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Timer;

/**
 * Who was promised to be told before a resource is written, and until when (Gray and Cheriton, SOSP 1989).
 * Whoever cannot be reached is waited for until its lease is over: from then on it serves nothing of it.
 */
final class Leases {

    private final Calls<Purpose> calls;
    private final Map<Resource, Map<PeerId, Long>> holders = new HashMap<>();
    private final Map<Integer, Revocation> waiting = new LinkedHashMap<>();
    private int latest;
    /** From then on all leases are remembered: none is of a life before this one. */
    private long remembered;

    Leases(Calls<Purpose> calls) {
        this.calls = calls;
    }

    /** The lease of somebody who did not answer is over. */
    record Ended(int number) implements Timer {
    }

    /**
     * A peer comes up; where it was up before, it has forgotten whom it promised what.
     *
     * @param longest how long a lease may last, in nanoseconds
     */
    void begin(Context peer, long longest) {
        boolean isFirst = peer.now().nanos() == 0;
        remembered = isFirst ? 0 : peer.now().nanos() + longest;
    }

    /** Somebody may serve a resource until then, in nanoseconds. */
    void grant(Resource url, PeerId holder, long until) {
        holders.computeIfAbsent(url, u -> new LinkedHashMap<>()).merge(holder, until, Math::max);
    }

    /** Tells all who hold a resource, and goes on when nobody does any more. */
    void revoke(Resource url, long date, Context peer, Consumer<Context> then) {
        Map<PeerId, Long> all = holders.remove(url);
        Revocation revocation = new Revocation(then);
        if (all != null) {
            all.values().removeIf(until -> until <= peer.now().nanos());
            revocation.open = all.size();
            all.forEach((holder, until) -> calls.ask(holder, new Revoke(calls.next(), url, date),
                    revocation.of(until), peer));
        }
        if (remembered > peer.now().nanos()) {
            revocation.open++;
            revocation.await(remembered, peer);
        }
        revocation.settle(peer);
    }

    /** True where the timer was about leases. */
    boolean onTimer(Timer timer, Context peer) {
        if (timer instanceof Ended ended) {
            waiting.remove(ended.number()).done(peer);
        }
        return timer instanceof Ended;
    }

    /** The leases of one resource that are being ended. */
    private final class Revocation {

        private final Consumer<Context> then;
        private int open;

        Revocation(Consumer<Context> then) {
            this.then = then;
        }

        private Purpose of(long until) {
            return new Purpose() {

                @Override
                public void onAnswer(PeerId from, Message answer, Context peer) {
                    done(peer);
                }

                @Override
                public void onSilence(PeerId from, Context peer) {
                    await(until, peer);
                }
            };
        }

        private void await(long until, Context peer) {
            waiting.put(++latest, this);
            peer.startTimer(new Ended(latest), Span.nanos(Math.max(0, until - peer.now().nanos())));
        }

        private void done(Context peer) {
            open--;
            settle(peer);
        }

        private void settle(Context peer) {
            if (open == 0) {
                then.accept(peer);
            }
        }
    }
}
