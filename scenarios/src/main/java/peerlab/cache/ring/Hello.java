package peerlab.cache.ring;

import peerlab.engine.protocol.Message;

/** Somebody has come up, and asks whom there is. */
record Hello(int call, RingMember self) implements Message {
}
