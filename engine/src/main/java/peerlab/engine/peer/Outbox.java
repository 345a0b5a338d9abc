package peerlab.engine.peer;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Request;

/** Where what a peer gives out goes: its messages to the network, its answers to the clients. */
public interface Outbox {

    void send(PeerId from, PeerId to, Message message);

    void answer(Peer peer, Request request, Object answer);

    /** A peer went down with requests unanswered, perhaps. */
    void abandon(Peer peer, String reason);
}
