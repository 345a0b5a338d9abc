package peerlab.kademlia;

import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Message;

/**
 * What a request was sent for, and so what its answer or the lack of one leads to. Whom it went to is told as
 * a number of the directory.
 */
interface Awaiting {

    /** Reads what {@link #onAnswer} will need: in step 2 this object, in step 3 what lies behind it. */
    default int approach(int step) {
        return 0;
    }

    void onAnswer(int from, Message answer, Context peer);

    void onSilence(int from, Context peer);
}
