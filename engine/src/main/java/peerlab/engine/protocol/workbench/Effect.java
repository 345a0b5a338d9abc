package peerlab.engine.protocol.workbench;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.Span;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Step;
import peerlab.engine.protocol.Timer;

/** Something that a protocol asked of its context. */
public sealed interface Effect {

    /** A message to another peer. */
    record Send(PeerId to, Message message) implements Effect {
    }

    /** An alarm, set or set again. */
    record StartTimer(Timer timer, Span delay) implements Effect {
    }

    /** An alarm, stopped. */
    record CancelTimer(Timer timer) implements Effect {
    }

    /** An answer to a client. */
    record Reply(Request request, Object answer) implements Effect {
    }

    /** A decision, shown. */
    record Stepped(Step step) implements Effect {
    }

    /** A value, kept across a crash. */
    record Saved(Object state) implements Effect {
    }
}
