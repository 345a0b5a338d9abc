package peerlab.cache.http;

import peerlab.engine.protocol.Message;

/** The answer to a {@link Probe}. */
record Probed(int call, boolean hasIt) implements Message {
}
