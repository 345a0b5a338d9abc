package peerlab.engine.fault;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Adversary;
import peerlab.engine.protocol.Behaviour;
import peerlab.engine.protocol.Message;

/** Says everything later than it could. */
final class Delay implements Behaviour {

    private final Distribution by;

    Delay(Distribution by) {
        this.by = by;
    }

    @Override
    public void onSend(PeerId to, Message message, Adversary self) {
        self.sendLater(to, message, Span.nanos(by.sampleNanos(self.random())));
    }
}
