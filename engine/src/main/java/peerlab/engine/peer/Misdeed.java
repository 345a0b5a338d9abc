package peerlab.engine.peer;

import java.util.ArrayList;
import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Step;

/** Where a peer that misbehaves departs from what its honest self would do, as a trace shows it. */
public sealed interface Misdeed extends Step {

    /** The honest self would have said this, and nothing is said. */
    record Withheld(PeerId to, String message) implements Misdeed {
    }

    /** The honest self would have said this, and it is to be said later. */
    record HeldBack(PeerId to, String message) implements Misdeed {
    }

    /** The honest self would have said this, and something else is said. */
    record Replaced(PeerId to, String message) implements Misdeed {
    }

    /** This has come, and the honest self does not hear of it. */
    record Ignored(PeerId from, String message) implements Misdeed {
    }

    /** What a behaviour did while it was shown one message. */
    final class Deeds {

        private final List<Message> said = new ArrayList<>();
        private boolean isTakenIn;
        private boolean isHeld;

        void say(Message message) {
            said.add(message);
        }

        void hold() {
            isHeld = true;
        }

        void takeIn() {
            isTakenIn = true;
        }

        /** The misdeed, where the honest self wanted to send a message; null where it was none. */
        Misdeed instead(PeerId to, Message message) {
            if (said.contains(message)) {
                return null;
            } else if (!said.isEmpty()) {
                return new Replaced(to, message.type());
            }
            return isHeld ? new HeldBack(to, message.type()) : new Withheld(to, message.type());
        }

        /** The misdeed, where a message had come for the honest self; null where it was none. */
        Misdeed of(PeerId from, Message message) {
            return isTakenIn ? null : new Ignored(from, message.type());
        }
    }
}
