package peerlab.cache.ring;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/** What goes on when an answer arrives, or when none does. */
interface Awaiting {

    void onAnswer(PeerId from, Message answer, Context peer);

    /** @param why as a sentence goes on: "no answer within 500 ms" */
    void onSilence(PeerId from, String why, Context peer);
}
