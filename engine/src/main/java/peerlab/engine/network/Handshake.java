package peerlab.engine.network;

import peerlab.engine.protocol.Message;

/** What peers exchange to connect, as link rules see it. It is no message of theirs, and nobody counts it. */
record Handshake(int roundTrip) implements Message {
}
