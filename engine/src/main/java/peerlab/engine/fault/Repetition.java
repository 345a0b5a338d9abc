package peerlab.engine.fault;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;

/** Says again, after a while and to the same peer, what has been said: old news under the old number. */
final class Repetition implements Behaviour {

    private static final Distribution USUAL = new Distribution.Fixed(Span.seconds(1));

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        self.send(to, message);
        Distribution by = self.by().orElse(USUAL);
        self.sendLater(to, message, Span.nanos(by.sampleNanos(self.random())));
    }
}
