package peerlab.cache.http;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/** What goes on when an answer arrives, or when none does. */
interface Purpose {

    void onAnswer(PeerId from, Message answer, Context peer);

    void onSilence(PeerId from, Context peer);
}
