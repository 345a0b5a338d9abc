package peerlab.engine.protocol;

import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;

/**
 * One peer's algorithm: a deterministic state machine. It asks its context for effects; it never performs
 * them, and it has no clock, thread, randomness or input of its own.
 *
 * <p>A crash forgets the instance. What it gave to {@link Context#save} is what a restart finds.
 */
public interface Protocol {

    /** The peer comes up: at the start, by joining, or after a crash. */
    default void onStart(Context peer) {
    }

    /** A message has arrived. */
    void onMessage(PeerId from, Message message, Context peer);

    /** A timer has run out. */
    default void onTimer(Timer timer, Context peer) {
    }

    /** A client asks; answer at once or later with {@link Context#reply}. */
    default void onRequest(Request request, Context peer) {
        peer.reply(request, new Failure("this protocol does not answer " + request.operation()));
    }

    /** The peer leaves in good order: the last chance to say goodbye. A crash does not ask. */
    default void onLeave(Context peer) {
    }

    /** What {@link Context#save} kept is lost, as with a disk that fails, while the peer is up. */
    default void onStorageLost(Context peer) {
    }

    /** What assertions and reports may see of this peer: names and plain values. */
    default Map<String, Object> inspect() {
        return Map.of();
    }

    /** The peers that this one would send to: the edges of a topology snapshot. */
    default List<PeerId> neighbours() {
        return List.of();
    }
}
