package peerlab.cache.ring;

import peerlab.engine.protocol.Message;

/** Asks whether two know the same, by a number that is then the same. */
record Digest(long sum) implements Message {
}
