package peerlab.flood;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;

/**
 * Passes on a rumour of its own under the number of each that it hears. Whoever hears it first from here
 * never listens to the true one.
 */
final class Hearsay implements Behaviour {

    private final boolean isTwoFaced;

    /** @param isTwoFaced whether half of the peers hear the lie, always the same ones, and half the truth */
    Hearsay(boolean isTwoFaced) {
        this.isTwoFaced = isTwoFaced;
    }

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        Rumour rumour = (Rumour) message;
        self.send(to, isLiedTo(to, self)
                ? new Rumour(rumour.number(), "forged by " + self.self(), rumour.hops()) : rumour);
    }

    private boolean isLiedTo(PeerId peer, Adversary self) {
        return !isTwoFaced || self.random().stream("side", peer.index()).nextLong() < 0;
    }
}
