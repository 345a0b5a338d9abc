package peerlab.kademlia;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Fields;
import peerlab.engine.protocol.Step;

/** A routing decision, as a trace shows it. {@code lookup} numbers the lookups of one peer. */
public sealed interface Decision extends Step {

    /** A lookup begins with the closest contacts of the own table. */
    record Chosen(int lookup, Key target, List<PeerId> contacts, String why) implements Decision {
        @Override
        public void describe(Fields fields) {
            fields.number("lookup", lookup);
            fields.identifier("target", target.high(), target.middle(), target.low());
            peers("contacts", contacts, fields);
            fields.text("why", why);
        }
    }

    /** The lookup asks a peer. */
    record Asked(int lookup, PeerId peer, int hop, int round, String why) implements Decision {
        @Override
        public void describe(Fields fields) {
            fields.number("lookup", lookup);
            fields.peer("peer", peer);
            fields.number("hop", hop);
            fields.number("round", round);
            fields.text("why", why);
        }
    }

    /** An answer named peers that the lookup had not heard of. */
    record Learned(int lookup, PeerId from, List<PeerId> contacts, boolean isCloser) implements Decision {
        @Override
        public void describe(Fields fields) {
            fields.number("lookup", lookup);
            fields.peer("from", from);
            peers("contacts", contacts, fields);
            fields.truth("isCloser", isCloser);
        }
    }

    /** A peer did not answer in time. */
    record TimedOut(int lookup, PeerId peer) implements Decision {
        @Override
        public void describe(Fields fields) {
            fields.number("lookup", lookup);
            fields.peer("peer", peer);
        }
    }

    /** The lookup is over. */
    record Finished(int lookup, List<PeerId> closest, String why) implements Decision {
        @Override
        public void describe(Fields fields) {
            fields.number("lookup", lookup);
            peers("closest", closest, fields);
            fields.text("why", why);
        }
    }

    /** A silent contact lost its place in the table. */
    record Evicted(PeerId peer, String why) implements Decision {
        @Override
        public void describe(Fields fields) {
            fields.peer("peer", peer);
            fields.text("why", why);
        }
    }

    /** The oldest contact of a full bucket answered the ping: it stays, and the newcomer waits. */
    record Kept(PeerId peer, String why) implements Decision {
        @Override
        public void describe(Fields fields) {
            fields.peer("peer", peer);
            fields.text("why", why);
        }
    }

    private static void peers(String name, List<PeerId> peers, Fields fields) {
        fields.beginList(name, peers.size());
        for (PeerId peer : peers) {
            fields.peer("", peer);
        }
        fields.endList();
    }
}
