package peerlab.cache.ring;

import java.util.List;

import peerlab.engine.protocol.Message;

/**
 * Whom there is, or what is new of that.
 *
 * @param call the number of the {@link Hello} that it answers; 0 where nobody asked
 */
record Members(int call, List<RingMember> members) implements Message {
}
