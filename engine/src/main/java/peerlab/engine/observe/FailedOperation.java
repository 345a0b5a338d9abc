package peerlab.engine.observe;

import java.util.List;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.SimTime;
import peerlab.engine.protocol.Request;

/**
 * A request that did not succeed.
 *
 * @param explanation why, a sentence a line, as the protocol tells it
 */
public record FailedOperation(
        Request request, PeerId peer, SimTime asked, SimTime failed, String reason,
                List<String> explanation) {
}
