package peerlab.engine.observe;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Outcome;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Step;
import peerlab.engine.protocol.Timer;

/**
 * Something that happened. {@code id} names a thing through its life: a message has one from being sent to
 * being delivered or dropped, an operation from being asked to being answered. {@code cause} is the id of
 * what was being handled when it happened, 0 for the timeline itself.
 */
public sealed interface RunEvent {

    SimTime time();

    Kind kind();

    /** The kinds of events: a mask of them says what an observer wants to hear of. */
    enum Kind {
        SENT("sent"), DELIVERED("delivered"), DROPPED("dropped"), TIMER("timer"), STEP("step"), LIFE("life"),
        FAULT("fault"), ASKED("asked"), ANSWERED("answered"), TIMELINE("timeline"), BROKEN("broken");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written in a trace. */
        public String word() {
            return word;
        }

        public int bit() {
            return 1 << ordinal();
        }

        /** The mask that names all kinds. */
        public static int all() {
            return (1 << values().length) - 1;
        }
    }

    /** A message left a peer. */
    record Sent(SimTime time, long id, long cause, PeerId from, PeerId to, Message message, int bytes)
            implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.SENT;
        }
    }

    /** A message arrived. */
    record Delivered(SimTime time, long id, PeerId from, PeerId to, Message message) implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.DELIVERED;
        }
    }

    /** A message was lost; {@code reason} says to what: "loss", "partition", "p7 is down". */
    record Dropped(SimTime time, long id, PeerId from, PeerId to, Message message, String reason)
            implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.DROPPED;
        }
    }

    /** A timer ran out. */
    record TimerFired(SimTime time, long id, long cause, PeerId peer, Timer timer) implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.TIMER;
        }
    }

    /** A protocol showed a decision. */
    record StepTaken(SimTime time, long cause, PeerId peer, Step step) implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.STEP;
        }
    }

    /** A peer came or went, or lost what it had saved. */
    record LifeChanged(SimTime time, long id, long cause, PeerId peer, Life change) implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.LIFE;
        }
    }

    /** How a peer came or went, or that it lost what it had saved. */
    enum Life {
        STARTED, JOINED, LEFT, CRASHED, RESTARTED, WIPED;

        /** As it is written in a trace. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A fault began or ended, for those concerned. One that comes and goes, as a partition that flaps, does
     * so
     * several times under one id.
     *
     * @param fault its verb
     * @param words what stands behind the verb: {@code minority flapping exponential(2 s)}
     */
    record FaultChanged(SimTime time, long id, String fault, String words, boolean isOver, List<PeerId> who)
            implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.FAULT;
        }
    }

    /** A client asked a peer for something. */
    record Asked(SimTime time, long id, PeerId peer, Request request) implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.ASKED;
        }
    }

    /** A client got its answer, or lost its peer. */
    record Answered(SimTime time, long id, long cause, PeerId peer, Request request, Outcome outcome,
            Span latency)
            implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.ANSWERED;
        }
    }

    /** A step of the timeline was carried out; {@code who} it meant. */
    record TimelineStep(SimTime time, long id, String verb, String text, List<PeerId> who,
            Optional<String> mark)
            implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.TIMELINE;
        }
    }

    /** A protocol threw, and the run ended. */
    record Broken(SimTime time, long cause, PeerId peer, String doing, String exception, List<String> frames)
            implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.BROKEN;
        }
    }
}
