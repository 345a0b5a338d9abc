package student

import peerlab.engine.base.PeerId
import peerlab.engine.base.Span
import peerlab.engine.protocol.Adversary
import peerlab.engine.protocol.Behaviour
import peerlab.engine.protocol.Message
import peerlab.engine.protocol.Timer

/** Behaviours as a lab might bring them along: right ones, and some that do something wrong. */
class Liars {

    static record Alarm(String name) implements Timer {}

    /** Behaves, with somebody standing before it, as if nobody did. */
    static class Saint implements Behaviour { }

    /** Goes wrong when it is to send something. */
    static class Clumsy implements Behaviour {

        final String kind

        Clumsy(String kind) {
            this.kind = kind
            if (kind == 'create') {
                throw new IllegalStateException('I was never made')
            }
        }

        @Override
        void onStart(Adversary self) {
            if (kind == 'timer') {
                self.startTimer(new Alarm('oops'), Span.millis(20))
            }
        }

        @Override
        void onSend(PeerId to, Message message, Adversary self) {
            switch (kind) {
                case 'throws': throw new IllegalStateException('I cannot lie')
                case 'nothing': self.send(to, null); break
                case 'nobody': self.sendLater(null, message, Span.millis(1)); break
                case 'stranger': self.send(PeerId.of(4_711), message); break
                case 'alarm': self.startTimer(null, Span.millis(1)); break
                default: self.send(to, message)
            }
        }

        @Override
        void onTimer(Timer timer, Adversary self) {
            throw new IllegalStateException('I woke up')
        }
    }
}
