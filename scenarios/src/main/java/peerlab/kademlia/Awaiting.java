package peerlab.kademlia;

import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/** What a request was sent for, and so what its answer or the lack of one leads to. */
interface Awaiting {

    void onAnswer(Contact from, Message answer, Context peer);

    void onSilence(Contact from, Context peer);
}
