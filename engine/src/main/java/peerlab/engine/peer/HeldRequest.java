package peerlab.engine.peer;

import peerlab.engine.kernel.Postponed;
import peerlab.engine.protocol.Request;

/**
 * What a client asks of a peer that cannot act yet. Where the peer goes down meanwhile, the client learns it
 * from whoever keeps its request.
 */
record HeldRequest(Peer peer, Request request, long sequence) implements Postponed {

    @Override
    public void happenLate() {
        peer.take(request);
    }

    @Override
    public void lose(String reason) {
        // the request is abandoned with the peer
    }

    @Override
    public String toString() {
        return "handling the request " + request.operation();
    }
}
