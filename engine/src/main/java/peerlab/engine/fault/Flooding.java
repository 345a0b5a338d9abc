package peerlab.engine.fault;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Timer;

/**
 * Sends a message of no use at a steady pace, each time to one of its victims, or of those whom the peer
 * knows where nobody is named. Where the protocol has no such message, the peer repeats the latest that it
 * has said since this began.
 */
final class Flooding implements Behaviour {

    private static final Next NEXT = new Next();

    private final Deployment deployment;
    private final Span every;
    private Message latest;

    /** The alarm of the next message. */
    record Next() implements Timer {
    }

    Flooding(Deployment deployment, Span every) {
        this.deployment = deployment;
        this.every = every;
    }

    @Override
    public void onStart(Adversary self) {
        self.startTimer(NEXT, every);
    }

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        latest = message;
        self.send(to, message);
    }

    @Override
    public void onTimer(Timer timer, Adversary self) {
        List<PeerId> known = self.victims().isEmpty() ? self.honestSelf().neighbours() : self.victims();
        Optional<Message> nuisance = deployment.nuisance(self.random());
        Message message = nuisance.orElse(latest);
        if (message != null && !known.isEmpty()) {
            PeerId chosen = known.get(self.random().nextInt(known.size()));
            if (!chosen.equals(self.self())) {
                self.send(chosen, message);
            }
        }
        self.startTimer(NEXT, every);
    }
}
