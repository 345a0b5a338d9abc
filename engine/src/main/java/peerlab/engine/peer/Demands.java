package peerlab.engine.peer;

import java.util.List;
import java.util.Objects;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Misuse;
import peerlab.engine.protocol.Timer;

/** What can be asked for at all: the rest is refused on the spot, as a fault of the one who asks. */
final class Demands {

    private Demands() {
    }

    static void requireSendable(PeerId to, Message message, Surroundings around) {
        around.thread().require();
        if (to == null || message == null) {
            throw new Misuse("cannot send " + message + " to " + to);
        }
        if (!around.isMember(to)) {
            throw new Misuse("cannot send " + message.type() + " to " + to + ": no such peer takes part");
        }
    }

    static void requireStartable(Timer timer, Span delay, Surroundings around) {
        around.thread().require();
        if (timer == null || delay == null) {
            throw new Misuse("cannot start the timer " + timer + " with the delay " + delay);
        }
    }

    static void requireTimer(Timer timer, Surroundings around) {
        around.thread().require();
        if (timer == null) {
            throw new Misuse("cannot cancel the timer null");
        }
    }

    /** Those whom a peer says it knows; a protocol that does not know its successor yet may well say null. */
    static List<PeerId> known(List<PeerId> said, Surroundings around) {
        boolean hasGaps = false;
        for (Object id : said) {
            if (id == null) {
                hasGaps = true;
            } else if (!(id instanceof PeerId peer) || !around.isMember(peer)) {
                throw new Misuse("neighbours gave " + id + ", which is no peer of this run");
            }
        }
        return hasGaps ? said.stream().filter(Objects::nonNull).toList() : said;
    }
}
