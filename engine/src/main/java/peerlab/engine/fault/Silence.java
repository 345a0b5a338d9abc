package peerlab.engine.fault;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;

/** Takes everything in and says nothing. */
final class Silence implements Behaviour {

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        // it never leaves
    }
}
