package peerlab.engine.peer;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;

/** Those who stand between one peer and all others, the nearest to its honest self first. */
final class Conducts {

    private final Peer peer;
    private final Surroundings around;
    private final List<Conduct> inOrder = new ArrayList<>();

    Conducts(Peer peer, Surroundings around) {
        this.peer = peer;
        this.around = around;
    }

    Conduct add(Conduct.Terms terms, Behaviour behaviour, RandomSource draws) {
        Conduct conduct = new Conduct(peer, this, around, terms, behaviour, draws);
        inOrder.add(conduct);
        return conduct;
    }

    void remove(Conduct conduct) {
        if (!inOrder.remove(conduct)) {
            throw new IllegalStateException(peer.id() + " does not behave like this: " + conduct);
        }
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** The peer comes up. */
    void begin() {
        inOrder.forEach(Conduct::begin);
    }

    /** The peer goes down. */
    void forget() {
        inOrder.forEach(Conduct::forget);
    }

    /** A message has come for the peer. */
    void arrives(PeerId from, Message message) {
        inOrder.get(inOrder.size() - 1).arrives(from, message);
    }

    /** The honest self would send a message. */
    void leaves(PeerId to, Message message) {
        inOrder.get(0).leaves(to, message);
    }

    /** What one of them lets in reaches the honest self through those before it. */
    void takeIn(Conduct outer, PeerId from, Message message) {
        int place = inOrder.indexOf(outer);
        if (place > 0) {
            inOrder.get(place - 1).arrives(from, message);
        } else {
            peer.takeIn(from, message);
        }
    }

    /** What one of them lets out leaves through those behind it; through nobody where it has gone itself. */
    void letOut(Conduct inner, PeerId to, Message message) {
        Demands.requireSendable(to, message, around);
        int place = inOrder.indexOf(inner);
        if (place >= 0 && place + 1 < inOrder.size()) {
            inOrder.get(place + 1).leaves(to, message);
        } else {
            around.outbox().send(peer.id(), to, message);
        }
    }
}
