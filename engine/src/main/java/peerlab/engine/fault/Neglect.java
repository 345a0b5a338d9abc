package peerlab.engine.fault;

import java.util.function.Predicate;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;

/** What others ask is lost on the peer, as if it had never come; the answers to its own questions are not. */
final class Neglect implements Behaviour {

    private final Predicate<Message> isNeglected;

    Neglect(Predicate<Message> isNeglected) {
        this.isNeglected = isNeglected;
    }

    @Override
    public void onMessage(PeerId from, Message message, Adversary self) {
        if (!isNeglected.test(message)) {
            self.takeIn(from, message);
        }
    }
}
